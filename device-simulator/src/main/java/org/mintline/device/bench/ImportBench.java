package org.mintline.device.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mintline.rsp.crypto.Cryptography;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline bench import}: one file of profile data into the running server, and what each row cost it. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "One file of profile data into the running server, and what each row cost it.")
final class ImportBench implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private RunningServer server;

    @Option(
            names = "--rows",
            defaultValue = "100000",
            description = "profiles in the file that is measured (default: ${DEFAULT-VALUE})")
    private int rows;

    @Option(
            names = "--warm-up",
            defaultValue = "20000",
            description = "profiles in a file before it (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--form",
            defaultValue = "INPUT",
            description = "INPUT: the industry's, Ki and OPc under a transport key; CSV: comma-separated, in the clear"
                    + " (default: ${DEFAULT-VALUE})")
    private SubscriberFile.Form form;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON")
    private Optional<Path> json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        BenchOperator operator = BenchOperator.register(server.installation());
        String type = operator.profileType();
        out.printf("Importing %d profiles first, then %d that are measured%n", warmUp, rows);
        out.flush();
        operator.stock(type, operator.file(form, warmUp));
        SubscriberFile file = operator.file(form, rows);

        ImportLimit limit = ImportLimit.measure(Cryptography.system());
        ServerProcess java = server.process();
        long heapBefore = java.heapAfterCollection();
        java.forgetPeak();
        Duration serverBefore = java.cpuTime();
        Duration databaseBefore = server.databaseCpuTime();
        long start = System.nanoTime();
        operator.stock(type, file);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Duration serverSpent = java.cpuTime().minus(serverBefore).dividedBy(rows);
        Duration databaseSpent = server.databaseCpuTime().minus(databaseBefore).dividedBy(rows);

        Report report = new Report(
                        "Import of one file (" + form + "), from its first byte to its last profile in stock")
                .figure("rows", rows, "", "profiles in the file")
                .figure("fileSize", file.importFile().content().length / 1024, "KiB", "size of the file")
                .figure("rowsPerSecond", rows / (elapsed.toNanos() / 1e9), "/s", "rows (all share this machine)")
                .milliseconds("serverCpuPerRow", serverSpent, "server CPU a row, TLS and sign-ins included")
                .milliseconds("databaseCpuPerRow", databaseSpent, "PostgreSQL CPU a row")
                .milliseconds("limitPerRow", limit.aRow(), "reading, trying and sealing a row alone")
                .figure(
                        "serverCpuToLimit",
                        (double) serverSpent.toNanos() / limit.aRow().toNanos(),
                        "x",
                        "server CPU to that")
                .figure("heapBefore", heapBefore, "MiB", "heap in use after a collection, before")
                .figure("heapAfter", java.heapAfterCollection(), "MiB", "heap in use after a collection, after")
                .figure("peakMemory", java.peakMemory(), "MiB", "most memory of the server's process meanwhile");
        report.print(out);
        if (json.isPresent()) {
            report.write(json.get());
        }
        return 0;
    }
}
