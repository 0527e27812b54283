package org.mintline.device.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mintline.device.demo.Administration;
import org.mintline.device.demo.Subscriber;

/**
 * A file of fresh subscribers, as it is imported (docs/formats/input-file.md).
 *
 * @param importFile the file
 * @param profiles how many profiles it brings
 */
record SubscriberFile(Administration.ImportFile importFile, int profiles) {
    /** How it is written. */
    enum Form {
        /** Comma-separated values, in the clear. */
        CSV,
        /** The industry's input file, with Ki and OPc under a transport key. */
        INPUT
    }

    /** Comma-separated values, in the clear. */
    static SubscriberFile csv(int profiles) {
        String header = "iccid," + String.join(",", Subscriber.fresh().columns().keySet());
        return of(
                Form.CSV,
                "bench.csv",
                header,
                profiles,
                subscriber -> subscriber.iccid() + ","
                        + String.join(",", subscriber.columns().values()));
    }

    /** The industry's input file, with Ki and OPc enciphered under that key. */
    static SubscriberFile input(int profiles, BenchTransportKey key) {
        String header = "B1 20270101000000 " + profiles + " bench 1 " + key.index();
        return of(
                Form.INPUT,
                "bench.inp",
                header,
                profiles,
                subscriber -> String.join(
                        " ",
                        List.of(
                                subscriber.iccid().digits(),
                                subscriber.imsi(),
                                key.encipher(subscriber.columns().get("ki")),
                                key.encipher(subscriber.columns().get("opc")))));
    }

    private static SubscriberFile of(
            Form form, String name, String header, int profiles, Function<Subscriber, String> line) {
        String lines = Stream.generate(Subscriber::fresh)
                .limit(profiles)
                .map(line)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        byte[] content = lines.getBytes(StandardCharsets.US_ASCII);
        return new SubscriberFile(new Administration.ImportFile(name, form.name(), content), profiles);
    }
}
