package org.mintline.device.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What went over the connections to some ports of this machine, as the kernel counts it and {@code ss} tells it: the bytes of TCP, TLS
 * included.
 */
final class LineTraffic {
    private static final Pattern COUNTED = Pattern.compile("bytes_(?:acked|received):(\\d+)");

    private final int[] ports;

    /** @param ports on which servers listen */
    LineTraffic(int... ports) {
        this.ports = ports.clone();
    }

    /** The bytes of both directions, of the connections that are open. */
    long bytes() throws IOException {
        long sum = 0;
        for (int port : ports) {
            Process counting = new ProcessBuilder("ss", "-tinHO", "state", "established", "dport", "=", ":" + port)
                    .redirectErrorStream(true)
                    .start();
            Matcher counted =
                    COUNTED.matcher(new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            while (counted.find()) {
                sum += Long.parseLong(counted.group(1));
            }
        }
        return sum;
    }
}
