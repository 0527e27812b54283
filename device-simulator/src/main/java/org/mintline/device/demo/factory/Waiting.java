package org.mintline.device.demo.factory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Looks again and again, for some minutes at most. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Waiting() {}

    /** What is waited for. */
    interface Condition {
        boolean isMet() throws IOException;
    }

    /**
     * Waits.
     *
     * @param what for people
     * @throws IOException if it does not come
     */
    static void until(String what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.isMet()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
