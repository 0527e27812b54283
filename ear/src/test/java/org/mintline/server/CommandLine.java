package org.mintline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./mintline} with a state folder and ports of its own. */
final class CommandLine {
    private static final int MINUTES_FOR_A_VERB = 10;

    /** Servers of tests live for seconds or minutes, and the second compiler takes a third of the CPU time of their start. */
    private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    private final Path home;
    private final int offset;

    /**
     * What became of a call.
     *
     * @param status 0 if it did what it was asked for
     * @param output what it printed, errors too
     */
    record Outcome(int status, String output) {}

    /**
     * @param home the state folder
     * @param offset what is added to every port
     */
    CommandLine(Path home, int offset) {
        this.home = home;
        this.offset = offset;
    }

    /** The folder that the script lies in. */
    static Path root() {
        return Path.of(System.getProperty("mintline.root")).toAbsolutePath().normalize();
    }

    /**
     * Calls it and waits until it ends.
     *
     * @param environment variables besides those of the test
     * @throws IllegalStateException if it does not end within ten minutes
     */
    Outcome run(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(root().resolve("mintline").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MINTLINE_HOME", home.toString());
        builder.environment().put("MINTLINE_WILDFLY", System.getProperty("mintline.wildfly"));
        builder.environment().put("MINTLINE_PORT_OFFSET", Integer.toString(offset));
        builder.environment().put("MINTLINE_JAVA_OPTIONS", FIRST_COMPILER_ALONE);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            Path output = Files.createTempFile("mintline", ".log");
            try {
                return new Outcome(ended(builder.redirectOutput(output.toFile()).start()), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " ran", e);
        }
    }

    private static int ended(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES_FOR_A_VERB, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(process.info() + " does not end");
        }
        return process.exitValue();
    }
}
