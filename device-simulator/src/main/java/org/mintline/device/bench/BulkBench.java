package org.mintline.device.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mintline.device.demo.LotsAndBatches;
import org.mintline.device.demo.LotsAndBatches.Batch;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline bench bulk}: a batch from its order to the receipt of the other end of the line, and what each profile cost. */
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = {
            "A batch of the running server, from its order to the receipt of the other end of the line.",
            "The line local ends in the same server, which then does the work of both."
        })
final class BulkBench implements Callable<Integer> {
    private static final double AIM = 300;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LOT_LIFETIME = Duration.ofDays(30);

    @Spec
    private CommandSpec command;

    @Mixin
    private RunningServer server;

    @Option(
            names = "--profiles",
            defaultValue = "5000",
            description = "profiles in the batch that is measured (default: ${DEFAULT-VALUE})")
    private int profiles;

    @Option(
            names = "--warm-up",
            defaultValue = "1000",
            description = "profiles in a batch before it (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--line", defaultValue = "local", description = "on which it goes out (default: ${DEFAULT-VALUE})")
    private String line;

    @Option(
            names = "--other-process",
            paramLabel = "PID",
            description = "the Java process at the other end of the line, if it runs on this machine")
    private Optional<Long> otherProcess;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON")
    private Optional<Path> json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        BenchOperator operator = BenchOperator.register(server.installation());
        LotsAndBatches bulk = new LotsAndBatches(server.installation().administration());
        String type = operator.profileType();
        out.printf("%d profiles in stock, and as many eUICCs in a lot, each with one key%n", warmUp + profiles);
        out.flush();
        operator.stock(type, operator.file(SubscriberFile.Form.INPUT, warmUp + profiles));
        byte[] keys = preloadedKeys(warmUp + profiles);
        long lot = bulk.createLot(type, operator.id(), Instant.now().plus(LOT_LIFETIME));
        Duration lotTime = timed(() -> bulk.receiveKeys(lot, keys));
        carry(bulk, bulk.order(operator.id(), type, warmUp, type, line));

        ServerProcess java = server.process();
        long heapBefore = java.heapAfterCollection();
        java.forgetPeak();
        Duration serverBefore = java.cpuTime();
        Duration otherBefore = otherCpuTime();
        Duration databaseBefore = server.databaseCpuTime();
        Duration elapsed = timed(() -> carry(bulk, bulk.order(operator.id(), type, profiles, type, line)));
        Report report = new Report("A batch on the line " + line + ", from its order to its receipt")
                .figure("profiles", profiles, "", "profiles in the batch")
                .figure("profilesPerSecond", perSecond(profiles, elapsed), "/s", "profiles (all share this machine)")
                .figure("aim", AIM, "/s", "aim, a million an hour")
                .milliseconds(
                        "serverCpuPerProfile",
                        java.cpuTime().minus(serverBefore).dividedBy(profiles),
                        "server CPU a profile")
                .milliseconds(
                        "otherCpuPerProfile",
                        otherCpuTime().minus(otherBefore).dividedBy(profiles),
                        "CPU a profile at the other end, if it is another")
                .milliseconds(
                        "databaseCpuPerProfile",
                        server.databaseCpuTime().minus(databaseBefore).dividedBy(profiles),
                        "PostgreSQL CPU a profile")
                .figure(
                        "euiccsPerSecond",
                        perSecond(warmUp + profiles, lotTime),
                        "/s",
                        "eUICCs taken into the lot before")
                .figure("heapBefore", heapBefore, "MiB", "heap in use after a collection, before")
                .figure("heapAfter", java.heapAfterCollection(), "MiB", "heap in use after a collection, after")
                .figure("peakMemory", java.peakMemory(), "MiB", "most memory of the server's process meanwhile");
        report.print(out);
        if (json.isPresent()) {
            report.write(json.get());
        }
        return 0;
    }

    /** The file of so many fresh eUICCs, each with one key. */
    private byte[] preloadedKeys(int euiccs) throws IOException {
        Cryptography cryptography = Cryptography.system();
        EuiccMaker maker =
                EuiccMaker.of(server.installation().pki(), EllipticCurve.NIST_P256, RunningServer.EIN, cryptography);
        long first = System.currentTimeMillis() * 1_000_000;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        IntStream.range(0, euiccs)
                .parallel()
                .mapToObj(index -> {
                    Euicc euicc = new Euicc(maker.make(first + index));
                    return euicc.preload(1, euicc.configuration().credentials().get(0))
                            .encoded();
                })
                .forEachOrdered(file::writeBytes);
        return file.toByteArray();
    }

    /** Waits for the receipt. */
    private static void carry(LotsAndBatches bulk, Batch ordered) throws IOException, InterruptedException {
        Batch batch = ordered;
        while (!batch.rests()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            batch = bulk.find(batch.identifier());
        }
        if (!batch.state().equals("RECEIVED") || batch.failed() > 0) {
            throw new IOException("batch " + batch.identifier() + " is " + batch.state() + ", " + batch.failed()
                    + " profiles failed: " + batch.problem());
        }
    }

    private Duration otherCpuTime() throws IOException {
        return otherProcess.isEmpty() ? Duration.ZERO : new ServerProcess(otherProcess.get()).cpuTime();
    }

    private static double perSecond(int count, Duration elapsed) {
        return count / (elapsed.toNanos() / 1e9);
    }

    /** Work that takes its time. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static Duration timed(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
