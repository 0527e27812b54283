package org.mintline.schedule;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failed attempt: twice as long each time up to a bound, and never all at once. */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    /**
     * @param first the whole wait after the first attempt
     * @param longest which no wait exceeds
     */
    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt which one failed, from 1
     * @return between a half and the whole of the first wait, of twice as much, and so on
     */
    public Duration after(int attempt) {
        long whole = Math.min(first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS), longest.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
