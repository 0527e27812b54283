package org.mintline.device.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Tells what happens, step by step, with the time since the step before. */
final class Narrator {
    private final PrintWriter out;
    private Instant since = Instant.now();
    private int step;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** A step is done. */
    void step(String what) {
        Instant now = Instant.now();
        out.printf(
                "%2d. %-64s %6d ms%n",
                ++step, what, Duration.between(since, now).toMillis());
        out.flush();
        since = now;
    }

    /** A value that the last step gave. */
    void value(String name, Object value) {
        out.printf("      %-24s %s%n", name, value);
        out.flush();
    }
}
