package org.mintline.device.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mintline.device.factory.link.PipeWire;
import org.mintline.device.factory.link.SerialWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./mintline bench factory}: seconds a device by image over a wire against packet by packet over the air, and devices an hour with several jigs.
 * Devices and station really run; the time of lines and networks is computed from the bytes, exchanges and messages that they had.
 */
@Command(
        name = "factory",
        mixinStandardHelpOptions = true,
        description = {
            "Seconds a device by image over a wire against packet by packet over the air, and devices an hour by jigs.",
            "Station, devices and eUICCs really run, so many at once as there are jigs; nobody waits for lines and networks:"
                    + " their time is computed from the bytes and messages of the run."
        })
final class FactoryBench implements Callable<Integer> {
    private static final int SECONDS_AN_HOUR = 3600;

    @Spec
    private CommandSpec command;

    @Mixin
    private FactoryRates rates;

    @Option(
            names = "--devices",
            defaultValue = "48",
            description = "how many devices each run has (default: ${DEFAULT-VALUE})")
    private int devices;

    @Option(
            names = "--jigs",
            split = ",",
            defaultValue = "1,4,16",
            description = "parallel jigs (default: ${DEFAULT-VALUE})")
    private List<Integer> jigs;

    @Option(
            names = "--package",
            paramLabel = "FILE",
            description = "profile package (DER) in place of the product's own template")
    private Optional<Path> profilePackage;

    @Option(
            names = "--line",
            paramLabel = "STATION,DEVICE",
            description =
                    "serial line, in place of one within the process, for the run with one jig: two ports, or the ends of a pair of"
                            + " pseudo terminals",
            split = ",",
            arity = "1")
    private List<String> line;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON")
    private Optional<Path> json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        Report report = new Report("Factory: image over a wire against packet by packet over the air");
        Path folder = Files.createTempDirectory("factory-bench");
        try {
            FactoryLot warmUp = new FactoryLot(devices, profilePackage);
            run(warmUp, Files.createDirectories(folder.resolve("warm-up")), 1);
            boolean isFirst = true;
            for (int count : jigs) {
                out.println("Running " + devices + " devices at " + count + (count == 1 ? " jig" : " jigs"));
                out.flush();
                Ran ran = run(
                        new FactoryLot(devices, profilePackage),
                        Files.createDirectories(folder.resolve("jigs-" + count)),
                        count);
                if (isFirst) {
                    addPerDevice(report, ran);
                    isFirst = false;
                }
                addPerHour(report, ran, count);
            }
        } finally {
            remove(folder);
        }
        report.print(out);
        if (json.isPresent()) {
            report.write(json.get());
        }
        return 0;
    }

    /**
     * What a run had.
     *
     * @param elapsed of all devices
     * @param bytes a device, both ways
     * @param exchanges a device
     * @param imageLength of the first device
     * @param packets of the first device
     */
    private record Ran(Duration elapsed, long bytes, long exchanges, long imageLength, List<byte[]> packets) {}

    private Ran run(FactoryLot lot, Path folder, int count) throws IOException, InterruptedException {
        List<FactoryLot.Item> items = lot.make(folder);
        long imageLength;
        try (Stream<Path> files = Files.list(folder)) {
            imageLength = files.findFirst().orElseThrow().toFile().length();
        }
        List<FactoryRun.WirePair> wires = wires(count);
        try {
            FactoryRun run = new FactoryRun(folder, wires);
            Duration elapsed = run.run(items, lot.master());
            return new Ran(
                    elapsed,
                    run.bytes() / items.size(),
                    run.exchanges() / items.size(),
                    imageLength,
                    items.get(0).packets());
        } finally {
            wires.forEach(pair -> {
                pair.station().close();
                pair.device().close();
            });
        }
    }

    private List<FactoryRun.WirePair> wires(int count) throws IOException {
        List<FactoryRun.WirePair> wires = new ArrayList<>();
        if (count == 1 && line != null) {
            wires.add(new FactoryRun.WirePair(
                    SerialWire.open(line.get(0), SerialWire.BAUD_RATE),
                    SerialWire.open(line.get(1), SerialWire.BAUD_RATE)));
            return wires;
        }
        for (int i = 0; i < count; i++) {
            PipeWire.Pair pair = PipeWire.pair();
            wires.add(new FactoryRun.WirePair(pair.station(), pair.device()));
        }
        return wires;
    }

    private void addPerDevice(Report report, Ran ran) {
        int packetBytes =
                ran.packets().stream().mapToInt(packet -> packet.length).sum();
        int messages = CarrierTimes.shortMessages(ran.packets());
        report.figure("imageBytes", ran.imageLength(), "B", "image")
                .figure("packets", ran.packets().size(), "", "packets (STORE DATA commands) in it")
                .figure("packetBytes", packetBytes, "B", "of packets")
                .figure("linkBytes", ran.bytes(), "B", "over the link a device, both ways, counted")
                .figure("linkExchanges", ran.exchanges(), "", "commands over the link a device, counted")
                .figure("shortMessages", messages, "", "short messages a device (SCP80), computed")
                .figure("euiccSeconds", rates.euicc(), "s", "eUICC's own time a device, option; in all lines below")
                .figure(
                        "handlingSeconds",
                        rates.handling(),
                        "s",
                        "putting a device in and out, option; on wires, below");
        for (FactoryRates.Carrier carrier : rates.wires(ran.bytes(), ran.exchanges())) {
            seconds(report, carrier, rates.euicc() + rates.handling());
        }
        for (FactoryRates.Carrier carrier :
                rates.overTheAir(packetBytes, ran.packets().size(), messages)) {
            seconds(report, carrier, rates.euicc());
        }
    }

    private static void seconds(Report report, FactoryRates.Carrier carrier, double rest) {
        report.figure(carrier.name() + "Transfer", carrier.seconds(), "s", carrier.meaning() + ": transfer")
                .figure(carrier.name(), carrier.seconds() + rest, "s", carrier.meaning() + ": a device");
    }

    private void addPerHour(Report report, Ran ran, int count) {
        double measured = devices / (ran.elapsed().toNanos() / 1e9) * SECONDS_AN_HOUR;
        report.figure(
                "measuredPerHour" + count,
                Math.round(measured),
                "/h",
                "devices, " + jigsOf(count) + ": really run, no waiting (limit)");
        for (FactoryRates.Carrier carrier : rates.wires(ran.bytes(), ran.exchanges())) {
            double each = carrier.seconds() + rates.euicc() + rates.handling();
            report.figure(
                    carrier.name() + "PerHour" + count,
                    Math.round(Math.min(measured, count * SECONDS_AN_HOUR / each)),
                    "/h",
                    "devices, " + jigsOf(count) + ": " + carrier.meaning());
        }
    }

    private static String jigsOf(int count) {
        return count + (count == 1 ? " jig" : " jigs");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
