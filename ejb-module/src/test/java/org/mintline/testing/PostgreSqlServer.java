package org.mintline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server for tests: the one that the build names, or a throw-away cluster on a free port of this machine. */
final class PostgreSqlServer {
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final String administrationUrl;
    private final boolean throwAway;

    private PostgreSqlServer(String administrationUrl, boolean throwAway) {
        this.administrationUrl = administrationUrl;
        this.throwAway = throwAway;
    }

    /** The server of this JVM, or empty if none is named and none is installed. */
    static Optional<PostgreSqlServer> find() {
        String url = System.getProperty("mintline.test.postgresql.url", "");
        if (!url.isEmpty()) {
            return Optional.of(new PostgreSqlServer(url, false));
        }
        Optional<Path> programs = newestPrograms();
        if (programs.isEmpty() && "required".equals(System.getProperty("mintline.test.postgresql"))) {
            throw new IllegalStateException("PostgreSQL is required but not installed below " + PACKAGES);
        }
        return programs.map(PostgreSqlServer::start);
    }

    /** Makes an empty database that is dropped when the JVM ends; returns its JDBC URL. */
    String createDatabase(String name) {
        execute("drop database if exists " + name);
        execute("create database " + name + " encoding 'UTF8' template template0");
        if (!throwAway) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> execute("drop database if exists " + name + " with (force)")));
        }
        return administrationUrl.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(administrationUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Optional<Path> newestPrograms() {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(PACKAGES)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(PACKAGES)) {
                for (Path version : versions) {
                    if (Files.isExecutable(version.resolve("bin/initdb"))) {
                        found.add(version.resolve("bin"));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream().max(Comparator.comparingInt(PostgreSqlServer::majorVersion));
    }

    private static int majorVersion(Path programs) {
        return Integer.parseInt(programs.getParent().getFileName().toString());
    }

    private static PostgreSqlServer start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("mintline-postgresql");
            boolean root = "root".equals(System.getProperty("user.name"));
            if (root) {
                run(List.of("chown", "postgres", folder.toString()));
            } else {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Path data = folder.resolve("data");
            int port = freePort();
            run(asServerUser(
                    root,
                    programs.resolve("initdb").toString(),
                    "--pgdata=" + data,
                    "--username=mintline",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(root, programs, folder, data)));
            run(asServerUser(
                    root,
                    programs.resolve("pg_ctl").toString(),
                    "--pgdata=" + data,
                    "--log=" + folder.resolve("log"),
                    "--wait",
                    "--options=-c listen_addresses=127.0.0.1 -c port=" + port
                            + " -c unix_socket_directories='' -c fsync=off"
                            + " -c synchronous_commit=off -c full_page_writes=off",
                    "start"));
            return new PostgreSqlServer("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=mintline", true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(boolean root, Path programs, Path folder, Path data) {
        run(asServerUser(
                root, programs.resolve("pg_ctl").toString(), "--pgdata=" + data, "--mode=immediate", "--wait", "stop"));
        deleteTree(folder);
    }

    private static List<String> asServerUser(boolean root, String... command) {
        List<String> words = new ArrayList<>(root ? List.of("runuser", "-u", "postgres", "--") : List.of());
        words.addAll(List.of(command));
        return words;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("mintline-postgresql", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void deleteTree(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
