package org.mintline.device.bench;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mintline.device.demo.Administration;
import org.mintline.device.demo.Subscriber;

/**
 * A file of fresh subscribers, as it is imported.
 *
 * @param importFile the file
 * @param profiles how many profiles it brings
 */
record SubscriberFile(Administration.ImportFile importFile, int profiles) {
    private static final String SEPARATOR = ",";

    /** Comma-separated values, in the clear. */
    static SubscriberFile csv(int profiles) {
        String header =
                "iccid," + String.join(SEPARATOR, Subscriber.fresh().columns().keySet()) + "\n";
        String lines = Stream.generate(Subscriber::fresh)
                .limit(profiles)
                .map(subscriber -> subscriber.iccid().digits() + SEPARATOR
                        + String.join(SEPARATOR, subscriber.columns().values()) + "\n")
                .collect(Collectors.joining());
        return new SubscriberFile(
                new Administration.ImportFile("bench.csv", "CSV", (header + lines).getBytes(StandardCharsets.US_ASCII)),
                profiles);
    }
}
