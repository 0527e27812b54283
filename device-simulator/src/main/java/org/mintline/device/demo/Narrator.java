package org.mintline.device.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Tells what happens, step by step, with the time since the step before; from several threads. */
public final class Narrator {
    private final PrintWriter out;
    private Instant since = Instant.now();
    private int step;

    /** @param out to whom */
    public Narrator(PrintWriter out) {
        this.out = out;
    }

    /** A step is done. */
    public synchronized void step(String what) {
        Instant now = Instant.now();
        out.printf(
                "%2d. %-64s %6d ms%n",
                ++step, what, Duration.between(since, now).toMillis());
        out.flush();
        since = now;
    }

    /** A value that the last step gave. */
    public synchronized void value(String name, Object value) {
        out.printf("      %-24s %s%n", name, value);
        out.flush();
    }
}
