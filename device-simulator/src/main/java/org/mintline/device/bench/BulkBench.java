package org.mintline.device.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.LotsAndBatches;
import org.mintline.device.demo.LotsAndBatches.Batch;
import org.mintline.device.demo.SupportAdministration;
import org.mintline.rsp.crypto.Cryptography;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline bench bulk}: a batch from its order to the images at the other end of a line, and what each profile cost. */
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = {
            "A batch of the running server, over a dedicated line to a second server (mutual TLS, key sets proven),",
            "from its order to its receipt and the last image, encrypted to its device, signed and stored there."
        })
final class BulkBench implements Callable<Integer> {
    private static final double AIM = 300;
    private static final double AIM_PROTECTED_AHEAD = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LOT_LIFETIME = Duration.ofDays(30);

    @Spec
    private CommandSpec command;

    @Mixin
    private RunningServer generation;

    @Option(
            names = "--support-home",
            required = true,
            paramLabel = "DIR",
            description = "the state folder of the second server")
    private Path supportHome;

    @Option(
            names = "--support-port-offset",
            required = true,
            paramLabel = "N",
            description = "what is added to each port of it")
    private int supportPortOffset;

    @Option(names = "--support-database-process", paramLabel = "PID", description = "its PostgreSQL's first process")
    private Optional<Long> supportDatabaseProcess;

    @Option(names = "--line", required = true, description = "the line between the two")
    private String line;

    @Option(
            names = "--profiles",
            defaultValue = "5000",
            description = "profiles in the batch that is measured (default: ${DEFAULT-VALUE})")
    private int profiles;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description =
                    "profiles in a batch before it, until the compilers of both servers rest (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--protected-ahead", description = "all packages are protected ahead of time, and only bound")
    private boolean protectedAhead;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON")
    private Optional<Path> json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunningServer support = new RunningServer(
                supportHome, supportPortOffset, generation.installation().smdpAddress(), supportDatabaseProcess);
        SupportAdministration images =
                new SupportAdministration(support.installation().administration());
        LotsAndBatches batches = new LotsAndBatches(generation.installation().administration());
        Order order = prepare(batches, images);
        carry(batches, images, order, warmUp);

        BulkLimit limit = BulkLimit.measure(Cryptography.system());
        LineTraffic traffic = new LineTraffic(
                Installation.LINE_PORT + generation.installation().portOffset(),
                Installation.LINE_PORT + supportPortOffset);
        BulkEnd here = new BulkEnd("generation", generation);
        BulkEnd there = new BulkEnd("support", support);
        long bytesBefore = traffic.bytes();
        long start = System.nanoTime();
        String batch = carry(batches, images, order, profiles);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        long lineBytes = traffic.bytes() - bytesBefore;
        BulkEnd.Spent spentHere = here.spent();
        BulkEnd.Spent spentThere = there.spent();

        Duration floor = (protectedAhead ? limit.protectedBinding() : limit.binding()).plus(limit.image());
        Duration all = spentHere.both().plus(spentThere.both()).dividedBy(profiles);
        Report report = new Report("A batch over a line, from its order to its receipt and images")
                .figure("profiles", profiles, "", "profiles in the batch")
                .figure("protectedAhead", protectedAhead, "", "packages protected ahead of time")
                .figure(
                        "profilesPerSecond",
                        profiles / (elapsed.toNanos() / 1e9),
                        "/s",
                        "profiles (all share this machine)")
                .figure("aim", protectedAhead ? AIM_PROTECTED_AHEAD : AIM, "/s", "aim")
                .milliseconds("cpuPerProfile", all, "CPU a profile, of both servers and databases")
                .milliseconds("limitBinding", limit.binding(), "limit: protecting and binding alone")
                .milliseconds("limitProtectedBinding", limit.protectedBinding(), "limit: binding what is protected")
                .milliseconds("limitImage", limit.image(), "limit: encrypting and signing an image alone")
                .figure("cpuToLimit", (double) all.toNanos() / floor.toNanos(), "x", "CPU to limit")
                .figure("lineBytesPerProfile", lineBytes / profiles, "B", "over the line a profile, TLS included")
                .figure("imageBytesPerProfile", images.imageBytes(batch) / profiles, "B", "image of a profile");
        here.report(report, spentHere, profiles);
        there.report(report, spentThere, profiles);
        report.print(command.commandLine().getOut());
        if (json.isPresent()) {
            report.write(json.get());
        }
        return 0;
    }

    /**
     * What batches are ordered of.
     *
     * @param type the name of the profile type, and of the lot
     */
    private record Order(long operator, String type) {}

    /** Brings profiles into stock, keys into a lot, and devices to the other end. */
    private Order prepare(LotsAndBatches batches, SupportAdministration images)
            throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        int all = warmUp + profiles;
        BenchOperator operator = BenchOperator.register(generation.installation());
        String type = operator.profileType(OptionalInt.of(protectedAhead ? all : 0));
        out.printf("%d profiles in stock, and as many eUICCs in a lot, each with one key and in a device%n", all);
        out.flush();
        operator.stock(type, operator.file(SubscriberFile.Form.INPUT, all));
        BulkLot lot = BulkLot.make(generation.installation(), all);
        batches.receiveKeys(batches.createLot(type, operator.id(), Instant.now().plus(LOT_LIFETIME)), lot.keys());
        images.freshMasterKeySet(Cryptography.system().randomness());
        images.registerDevices(type, lot.devices());
        if (protectedAhead) {
            out.println("Waiting until the server has protected them and rests");
            out.flush();
            generation.process().awaitRest();
        }
        return new Order(operator.id(), type);
    }

    /** Orders a batch, and waits for its receipt and for all images; returns its identifier. */
    private String carry(LotsAndBatches batches, SupportAdministration images, Order order, int amount)
            throws IOException, InterruptedException {
        Batch batch = batches.order(order.operator(), order.type(), amount, order.type(), line);
        while (!batch.rests()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            batch = batches.find(batch.identifier());
        }
        if (!batch.state().equals("RECEIVED") || batch.failed() > 0) {
            throw new IOException("batch " + batch.identifier() + " is " + batch.state() + ", " + batch.failed()
                    + " profiles failed: " + batch.problem());
        }
        while (images.received(batch.identifier()).in("IMAGED") < amount) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return batch.identifier();
    }
}
