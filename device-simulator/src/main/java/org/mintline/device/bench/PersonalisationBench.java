package org.mintline.device.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./mintline bench personalise}: profiles personalised a second on one core, measured by JMH in a process of its own. */
@Command(
        name = "personalise",
        mixinStandardHelpOptions = true,
        description = "Profiles personalised a second on one core: by patching a template, and by changing its tree.")
final class PersonalisationBench implements Callable<Integer> {
    private static final String BENCHMARK = "PersonalisationBenchmark";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--class-path",
            required = true,
            paramLabel = "PATH",
            description = "the JMH benchmarks of rsp-protocol, with what they need")
    private String classPath;

    @Option(names = "--json", paramLabel = "FILE", description = "where the figures are written as JSON")
    private Optional<Path> json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        Path results = Files.createTempFile("jmh", ".json");
        try {
            out.println("Running JMH for about 20 seconds");
            out.flush();
            run(results);
            JsonNode benchmarks = new ObjectMapper().readTree(results.toFile());
            Report report = new Report("Personalisation of the product's own template, one thread");
            add(report, benchmarks, "byPlan", "profiles by patching the template");
            add(report, benchmarks, "byTree", "profiles by decoding, changing and encoding");
            report.print(out);
            if (json.isPresent()) {
                report.write(json.get());
            }
            return 0;
        } finally {
            Files.delete(results);
        }
    }

    private void run(Path results) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process jmh = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        classPath,
                        "org.openjdk.jmh.Main",
                        BENCHMARK,
                        "-v",
                        "SILENT",
                        "-rf",
                        "json",
                        "-rff",
                        results.toString())
                .inheritIO()
                .start();
        if (jmh.waitFor() != 0) {
            throw new IOException("JMH failed with exit code " + jmh.exitValue());
        }
    }

    private static void add(Report report, JsonNode benchmarks, String method, String meaning) throws IOException {
        for (JsonNode benchmark : benchmarks) {
            if (benchmark.path("benchmark").asText().endsWith(BENCHMARK + "." + method)) {
                JsonNode metric = benchmark.path("primaryMetric");
                report.figure(method, metric.path("score").asDouble(), "/s", meaning)
                        .figure(method + "Error", metric.path("scoreError").asDouble(), "/s", "error of that (99.9 %)");
                return;
            }
        }
        throw new IOException("JMH tells nothing of " + method);
    }
}
