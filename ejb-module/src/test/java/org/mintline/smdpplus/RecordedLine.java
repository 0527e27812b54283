package org.mintline.smdpplus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;

/** A line that keeps what is handed to it, as far as the transactions that did so have committed. Messages leave it when they are told to. */
public final class RecordedLine implements LineOutbox {
    /** The name of the line. */
    public static final String NAME = "factory";

    private final List<LineMessage> waiting = new ArrayList<>();
    private final List<LineMessage> sent = new ArrayList<>();
    private final ThreadLocal<List<Runnable>> transaction = new ThreadLocal<>();
    private int capacity = Integer.MAX_VALUE;

    /** Carries a transaction out; what it did to this line counts once it has committed. */
    public <T> T within(Supplier<T> committing) {
        transaction.set(new ArrayList<>());
        try {
            T result = committing.get();
            synchronized (this) {
                transaction.get().forEach(Runnable::run);
            }
            return result;
        } finally {
            transaction.remove();
        }
    }

    /** Takes so many waiting messages at most. */
    public synchronized void setCapacity(int messages) {
        capacity = messages;
    }

    /** Lets the first so many messages go. */
    public synchronized void leave(int messages) {
        for (int i = 0; i < messages && !waiting.isEmpty(); i++) {
            sent.add(waiting.remove(0));
        }
    }

    /** All that was handed over and not taken back, in order. */
    public synchronized List<LineMessage> messages() {
        List<LineMessage> all = new ArrayList<>(sent);
        all.addAll(waiting);
        return all;
    }

    /** Those of one kind. */
    public List<LineMessage> messages(LineMessageKind kind) {
        return messages().stream().filter(message -> message.kind() == kind).toList();
    }

    @Override
    public Set<String> lines() {
        return Set.of(NAME);
    }

    @Override
    public synchronized int room(String line) {
        requireLine(line);
        return Math.max(0, capacity - waiting.size());
    }

    @Override
    public void send(String line, LineMessage message) {
        requireLine(line);
        transaction.get().add(() -> waiting.add(message));
    }

    @Override
    public synchronized int withdraw(String line, String identifierPrefix) {
        requireLine(line);
        List<LineMessage> found = waiting.stream()
                .filter(message -> message.identifier().startsWith(identifierPrefix))
                .toList();
        transaction.get().add(() -> {
            for (Iterator<LineMessage> each = waiting.iterator(); each.hasNext(); ) {
                if (found.contains(each.next())) {
                    each.remove();
                }
            }
        });
        return found.size();
    }

    private static void requireLine(String line) {
        if (!line.equals(NAME)) {
            throw new IllegalArgumentException("there is no line " + line);
        }
    }
}
