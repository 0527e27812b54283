package org.mintline.line;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a node remembers of a line while it runs. For any threads. */
public final class LineMonitor {
    private final Clock clock;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private LineStatus.State state = LineStatus.State.DOWN;
    private Instant since;
    private Optional<String> lastError = Optional.empty();
    private Optional<Instant> provenAt = Optional.empty();
    private int inFlight;

    /** Of a line that is not connected yet. */
    LineMonitor(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** The outgoing direction is in another state. */
    public synchronized void is(LineStatus.State now) {
        if (state != now) {
            state = now;
            since = clock.instant();
        }
    }

    /** Something went wrong, and the outgoing direction is in this state therefore. */
    public synchronized void failed(LineStatus.State now, String reason) {
        is(now);
        lastError = Optional.of(reason);
    }

    /** So many messages are under way. */
    public synchronized void inFlight(int messages) {
        inFlight = messages;
    }

    /** The other end has proven the key set here. */
    public synchronized void proven() {
        provenAt = Optional.of(clock.instant());
    }

    void countReceived() {
        received.incrementAndGet();
    }

    void countRefused() {
        refused.incrementAndGet();
    }

    /** Whether messages can go: 1 or 0. */
    public synchronized int up() {
        return state == LineStatus.State.UP ? 1 : 0;
    }

    /** How many messages were taken in. */
    public long received() {
        return received.get();
    }

    /** How many messages became dead letters. */
    public long refused() {
        return refused.get();
    }

    synchronized LineStatus status(String name, boolean paused, LineBacklog backlog, long sent) {
        return new LineStatus(
                name,
                state,
                paused,
                since,
                lastError,
                backlog,
                inFlight,
                sent,
                received.get(),
                refused.get(),
                provenAt);
    }
}
