package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/**
 * Gives what came on a line to the receiver of its kind. What can never be taken in goes to the {@link DeadLetters} at once; any
 * other failure is the caller's, who has the message come again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineReception {
    private Iterable<LineReceiver> receivers;
    private DeadLetters deadLetters;
    private LineMonitors monitors;

    /** For the container. */
    protected LineReception() {}

    /** Over the given parts. */
    @Inject
    LineReception(@Any Instance<LineReceiver> receivers, DeadLetters deadLetters, LineMonitors monitors) {
        this((Iterable<LineReceiver>) receivers, deadLetters, monitors);
    }

    LineReception(Iterable<LineReceiver> receivers, DeadLetters deadLetters, LineMonitors monitors) {
        this.receivers = receivers;
        this.deadLetters = deadLetters;
        this.monitors = monitors;
    }

    /**
     * Takes a message in, or keeps it among the dead letters.
     *
     * @throws RuntimeException if it could not be taken in now
     */
    public void receive(IncomingMessage message) {
        try {
            deliver(message);
            monitors.of(message.line()).countReceived();
        } catch (LineMessageRefusedException e) {
            refuse(message, e.getMessage());
        }
    }

    /**
     * Takes several messages in, in their order, in as few transactions as may be.
     *
     * @throws RuntimeException if one of them was not taken in, or never can be: each is to be given to {@link #receive} then
     */
    public void receiveAll(List<IncomingMessage> messages) {
        int from = 0;
        while (from < messages.size()) {
            int to = endOfRun(messages, from);
            deliver(messages.subList(from, to));
            from = to;
        }
        messages.forEach(message -> monitors.of(message.line()).countReceived());
    }

    /** Where those end that are of one line and for one receiver. */
    private int endOfRun(List<IncomingMessage> messages, int from) {
        String line = messages.get(from).line();
        LineReceiver receiver = receiverOf(kind(messages.get(from)));
        int to = from + 1;
        while (to < messages.size()
                && messages.get(to).line().equals(line)
                && receiver.kinds().contains(kind(messages.get(to)))) {
            to++;
        }
        return to;
    }

    private void deliver(List<IncomingMessage> run) {
        receiverOf(kind(run.get(0)))
                .receiveAll(
                        run.get(0).line(),
                        run.stream().map(LineReception::decoded).toList());
    }

    /** Keeps a message that must not be looked at, or was looked at often enough. */
    public void refuse(IncomingMessage message, String reason) {
        deadLetters.keep(message, reason);
        monitors.of(message.line()).countRefused();
    }

    /**
     * Takes a message in.
     *
     * @throws LineMessageRefusedException if it can never be taken in
     */
    public void deliver(IncomingMessage message) {
        LineMessage decoded = decoded(message);
        LineReceiver receiver = receiverOf(decoded.kind());
        try {
            receiver.receive(message.line(), decoded);
        } catch (RuntimeException e) {
            throw LineFailures.refusal(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private static LineMessage decoded(IncomingMessage message) {
        byte[] content = message.content()
                .orElseThrow(() -> new LineMessageRefusedException("the content is too long: " + message.length()));
        return new LineMessage(kind(message), message.identifier(), content);
    }

    private static LineMessageKind kind(IncomingMessage message) {
        return Arrays.stream(LineMessageKind.values())
                .filter(known -> known.name().equals(message.kind()))
                .findFirst()
                .orElseThrow(() -> new LineMessageRefusedException("the kind is unknown"));
    }

    private LineReceiver receiverOf(LineMessageKind kind) {
        for (LineReceiver receiver : receivers) {
            if (receiver.kinds().contains(kind)) {
                return receiver;
            }
        }
        throw new LineMessageRefusedException("this server takes no " + kind);
    }
}
