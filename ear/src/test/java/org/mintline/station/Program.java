package org.mintline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program of this side of the wire, and socat, each in a process of its own, whose output is kept in a file. */
final class Program implements AutoCloseable {
    private static final int SECONDS = 120;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 50;

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Runs {@code ./mintline} with these arguments to its end; what it printed. */
    static String run(Path folder, String passphrase, String... arguments) throws IOException, InterruptedException {
        try (Program program = start(folder, passphrase, arguments)) {
            assertThat(program.process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(program.process.exitValue()).as(program.printed()).isZero();
            return program.printed();
        }
    }

    /** Starts {@code ./mintline} with these arguments. */
    static Program start(Path folder, String passphrase, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                Path.of(System.getProperty("mintline.root"), "device-simulator/target/device-simulator.jar")
                        .toString()));
        command.addAll(Arrays.asList(arguments));
        return start(folder, passphrase, command);
    }

    /** Starts socat, and waits until the terminal that it makes is there. */
    static Program socat(Path folder, String made, String... addresses) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/socat"));
        command.addAll(Arrays.asList(addresses));
        Program socat = start(folder, "", command);
        while (!Files.exists(folder.resolve(made))) {
            assertThat(socat.process.isAlive()).as(socat.printed()).isTrue();
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
        return socat;
    }

    private static Program start(Path folder, String passphrase, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("MINTLINE_FACTORY_PASSPHRASE", passphrase);
        return new Program(builder.redirectOutput(output.toFile()).start(), output);
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
