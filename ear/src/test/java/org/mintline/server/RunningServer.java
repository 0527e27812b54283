package org.mintline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A server of its own with empty database, below {@code ear/target/servers}: configured and started by {@code ./mintline}, on
 * free ports of 127.0.0.1. Its logs stay there when the tests are done.
 */
public final class RunningServer implements CloseableResource, AutoCloseable {
    private static final int LINE_PORT = 8447;
    private static final int STATIONS_PORT = 8448;
    private static final int POSTGRESQL_PORT = 15432;
    private static final int[] PORTS = {8443, 8444, 8445, 8446, LINE_PORT, STATIONS_PORT, 9990, POSTGRESQL_PORT};

    private final Path home;
    private final String database;
    private final int offset;
    private final CommandLine commandLine;
    private final Map<String, String> environment;

    private RunningServer(String name, String database, int offset, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.home = CommandLine.root().resolve("ear/target/servers").resolve(name);
        this.database = database;
        this.offset = offset;
        this.commandLine = new CommandLine(home, offset);
    }

    /** A central server with all its roles that is not started yet; what an earlier run left is removed. */
    static RunningServer fresh() {
        String database = databaseOfAllTests();
        RunningServer server = fresh(database, database, Map.of());
        server.configure();
        server.set(Map.of("mintline.roles", "generation,support,aggregation"));
        return server;
    }

    /** Whether the server of all tests has its tables in H2, and not in PostgreSQL. */
    public static boolean isOnH2() {
        return databaseOfAllTests().equals("h2");
    }

    private static String databaseOfAllTests() {
        return System.getProperty("mintline.test.database", "h2");
    }

    /**
     * A server beside the one of all tests, on PostgreSQL and not started yet.
     *
     * @param name of its folder below {@code ear/target/servers}
     */
    public static RunningServer beside(String name) {
        return fresh(name, "postgresql", Map.of());
    }

    /**
     * A local provisioning server in a factory, on H2 and not started yet.
     *
     * @param name of its folder below {@code ear/target/servers}
     * @param address its name towards assistants
     * @param known whose eUICCs know it, since both servers are certified by the same CIs; configured already
     */
    public static RunningServer inFactory(String name, String address, RunningServer known) {
        return fresh(
                name,
                "h2",
                Map.of(
                        "MINTLINE_VARIANT",
                        "factory",
                        "MINTLINE_SMDPPLUS_ADDRESS",
                        address,
                        "MINTLINE_CERTIFICATE_ISSUERS_OF",
                        known.home().resolve("pki").toString()));
    }

    private static RunningServer fresh(String name, String database, Map<String, String> environment) {
        RunningServer server = new RunningServer(name, database, freePortOffset(), environment);
        server.mintline("clean");
        return server;
    }

    /** {@code h2} or {@code postgresql}. */
    public String database() {
        return database;
    }

    /** Base address of ES9+. */
    public URI es9plus() {
        return address("https", 8443);
    }

    /** Base address of ES9+ where the server shows its certificate on brainpoolP256r1. */
    public URI es9plusBrainpool() {
        return address("https", 8446);
    }

    /** Base address of ES2+, where a client certificate is asked for. */
    public URI es2plus() {
        return address("https", 8444);
    }

    /** Base address of the console and of the administration's REST interface. */
    public URI console() {
        return address("https", 8445);
    }

    /** Base address of {@code /health} and {@code /metrics}, on plain HTTP. */
    public URI management() {
        return address("http", 9990);
    }

    /** The state folder: {@code pki}, {@code server/log}, {@code server/configuration}. */
    public Path home() {
        return home;
    }

    /** The port at which other servers come in, if it has a line. */
    public int linePort() {
        return LINE_PORT + offset;
    }

    /** Base address of what stations, assistants and local provisioning servers call, where a client certificate is asked for. */
    public URI stations() {
        return address("https", STATIONS_PORT);
    }

    /**
     * Sets settings for good, from its next start on.
     *
     * @param settings names of {@code docs/configuration.md} and their values
     */
    public void set(Map<String, String> settings) {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        try {
            Files.write(home.resolve("server/configuration/mintline.properties"), lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the server is not configured", e);
        }
    }

    /** Calls {@code ./mintline line}. */
    public void line(String... arguments) {
        mintline(Stream.concat(Stream.of("line", "--no-build"), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    /** Makes its configuration and keys, without starting it. */
    public void configure() {
        mintline("configure", "--no-build", "--database", database);
    }

    /** A connection to its PostgreSQL, which runs since the first start of the server. */
    public Connection databaseConnection() throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + (POSTGRESQL_PORT + offset) + "/mintline",
                    "mintline",
                    Files.readString(home.resolve("postgresql.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the database was never started", e);
        }
    }

    /** The password of the console's user {@code administrator}. */
    public String administratorPassword() {
        try {
            return Files.readString(home.resolve("administrator.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the server was never started", e);
        }
    }

    /** Starts the server if it does not run, and waits until it is ready. */
    public void ensureRunning() {
        mintline("start", "--no-build", "--database", database);
    }

    /**
     * Stops the server and starts it anew with other settings than usual, which hold until its next start.
     *
     * @param settings names of {@code docs/configuration.md} and their values
     */
    public void restartWith(Map<String, String> settings) {
        stop();
        String options = settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        mintline(Map.of("MINTLINE_SERVER_OPTIONS", options), "start", "--no-build", "--database", database);
    }

    /** Ends the server as an operator does. */
    public void stop() {
        mintline("stop", "--no-build");
    }

    /** Ends the server's process at once with SIGKILL: nothing in it gets to know. The database server runs on. */
    public void kill() {
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readString(home.resolve("server/server.pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not run", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private URI address(String scheme, int port) {
        return URI.create(scheme + "://localhost:" + (port + offset));
    }

    private void mintline(String... arguments) {
        mintline(Map.of(), arguments);
    }

    private void mintline(Map<String, String> more, String... arguments) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        CommandLine.Outcome outcome = commandLine.run(all, arguments);
        if (outcome.status() != 0) {
            throw new IllegalStateException(
                    "mintline " + String.join(" ", arguments) + " failed:\n" + outcome.output());
        }
    }

    private static int freePortOffset() {
        Random random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            int candidate = 1000 + random.nextInt(20_000);
            if (allFree(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no free ports found on 127.0.0.1");
    }

    private static boolean allFree(int offset) {
        for (int port : PORTS) {
            try (ServerSocket socket = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
