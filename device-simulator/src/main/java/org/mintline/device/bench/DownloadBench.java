package org.mintline.device.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mintline.device.demo.Installation;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.RspServers;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.ActivationCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline bench download}: whole downloads over TLS against the running server, and what each cost it. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        description = "Whole downloads over TLS against the running server, and what each cost it.")
final class DownloadBench implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private RunningServer server;

    @Option(
            names = "--downloads",
            defaultValue = "2000",
            description = "how many are measured (default: ${DEFAULT-VALUE})")
    private int downloads;

    @Option(
            names = "--warm-up",
            defaultValue = "500",
            description = "how many go before them (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--devices",
            defaultValue = "8",
            description = "how many devices at once (default: ${DEFAULT-VALUE})")
    private int devices;

    @Option(names = "--binding", defaultValue = "JSON", description = "binding of ES9+: ${COMPLETION-CANDIDATES}")
    private RspServers.Binding binding;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON")
    private Optional<Path> json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = server.installation();
        Cryptography cryptography = Cryptography.system();
        BenchOperator operator = BenchOperator.register(installation);
        out.printf("Bringing %d profiles into stock, and ordering them%n", warmUp + downloads);
        out.flush();
        List<ActivationCode> codes = order(operator, installation.smdpAddress());

        EuiccMaker maker = EuiccMaker.of(installation.pki(), EllipticCurve.NIST_P256, TestPki.EIN, cryptography);
        ConnectTo connectTo = new ConnectTo(Map.of(installation.smdpAddress(), installation.es9plus()));
        long firstDevice = System.currentTimeMillis() * 1000;
        new DownloadRun(maker, connectTo, binding, firstDevice).run(codes.subList(0, warmUp), devices);

        CryptographyLimit limit = CryptographyLimit.measure(cryptography, EllipticCurve.NIST_P256);
        ServerProcess java = server.process();
        long heapBefore = java.heapAfterCollection();
        Duration serverBefore = java.cpuTime();
        Duration databaseBefore = server.databaseCpuTime();
        DownloadRun run = new DownloadRun(maker, connectTo, binding, firstDevice + warmUp);
        Duration elapsed = run.run(codes.subList(warmUp, codes.size()), devices);
        Duration serverSpent = java.cpuTime().minus(serverBefore);
        Duration databaseSpent = server.databaseCpuTime().minus(databaseBefore);

        long done = Math.max(run.installed(), 1);
        Report report = new Report("Downloads over ES9+ (" + binding + "), each with a TLS session of its own")
                .figure("downloads", run.installed(), "", "profiles installed and notified")
                .figure("failures", run.failures().toString(), "", "failures by reason")
                .figure("devicesAtOnce", devices, "", "devices at once")
                .figure(
                        "downloadsPerSecond",
                        done / (elapsed.toNanos() / 1e9),
                        "/s",
                        "downloads (server and devices share this machine)")
                .milliseconds(
                        "serverCpuPerDownload", serverSpent.dividedBy(done), "server CPU a download, TLS included")
                .milliseconds("databaseCpuPerDownload", databaseSpent.dividedBy(done), "PostgreSQL CPU a download")
                .milliseconds("cryptographyLimit", limit.aDownload(), "cryptography of a download, TLS not included")
                .figure("cryptographyProvider", limit.provider(), "", "provider of the cryptography")
                .figure(
                        "serverCpuToLimit",
                        (double) serverSpent.dividedBy(done).toNanos()
                                / limit.aDownload().toNanos(),
                        "x",
                        "server CPU to cryptography")
                .milliseconds("latencyP50", run.latencies().percentile(50), "a whole download, device included: median")
                .milliseconds("latencyP95", run.latencies().percentile(95), "95 of 100 take at most")
                .milliseconds("latencyP99", run.latencies().percentile(99), "99 of 100 take at most")
                .figure("heapBefore", heapBefore, "MiB", "heap in use after a collection, before")
                .figure("heapAfter", java.heapAfterCollection(), "MiB", "heap in use after a collection, after")
                .figure("residentMemory", java.residentMemory(), "MiB", "memory of the server's process");
        report.print(out);
        if (json.isPresent()) {
            report.write(json.get());
        }
        return run.failures().isEmpty() ? 0 : 1;
    }

    private List<ActivationCode> order(BenchOperator operator, String smdpAddress)
            throws IOException, InterruptedException {
        String type = operator.profileType();
        operator.stock(type, SubscriberFile.csv(warmUp + downloads));
        return new Orders(operator.es2plus(), type, smdpAddress).place(warmUp + downloads, devices);
    }
}
