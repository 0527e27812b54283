package org.mintline.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failed attempt: twice as long each time, up to a quarter of an hour, and never all at once. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt which one failed, from 1
     * @return between a half and the whole of 2 s, 4 s, 8 s ... 15 min
     */
    Duration after(int attempt) {
        long whole = Math.min(FIRST.toMillis() << Math.min(attempt - 1, 20), LONGEST.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
