package org.mintline.device.bench;

import java.time.Duration;
import java.util.Arrays;

/** Durations of many runs of one thing, for their percentiles; may be filled by many threads. */
public final class Latencies {
    private long[] nanoseconds = new long[1024];
    private int count;

    /** Takes one more. */
    public synchronized void add(Duration duration) {
        if (count == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
        }
        nanoseconds[count++] = duration.toNanos();
    }

    /**
     * The duration that this share of the runs did not exceed.
     *
     * @param percent above 0, up to 100
     */
    public synchronized Duration percentile(double percent) {
        if (count == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanoseconds, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }
}
