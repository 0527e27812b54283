package org.mintline.device.factory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.smartcardio.CardTerminal;
import org.junit.jupiter.api.Assumptions;
import org.mintline.device.factory.link.pcsc.Readers;
import org.mintline.device.reader.VirtualCard;
import org.mintline.device.reader.VirtualReader;

/**
 * A PC/SC daemon of the test's own with the virtual reader of vsmartcard in it. That listens on every interface, so the daemon has a network
 * namespace of its own, into which socat carries the card; PC/SC itself goes over a socket in the file system.
 */
final class Pcscd implements AutoCloseable {
    private static final List<String> PROGRAMS =
            List.of("/usr/sbin/pcscd", "/usr/bin/socat", "/usr/bin/unshare", "/usr/bin/nsenter");
    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final String NAME = "Mintline";
    private static final int PORT = 0x8C7B;
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);

    private final Process daemon;

    private Pcscd(Process daemon) {
        this.daemon = daemon;
    }

    /** Starts it; the test is skipped where that cannot be. */
    static Pcscd start(Path folder) throws IOException, InterruptedException {
        Optional<Path> driver = driver();
        Assumptions.assumeTrue(
                driver.isPresent() && PROGRAMS.stream().allMatch(program -> Files.isExecutable(Path.of(program))),
                "not all is installed: pcscd, vsmartcard-vpcd, socat, iproute2");
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root may start a PC/SC daemon of its own");
        Assumptions.assumeFalse(Files.exists(SOCKET), "a PC/SC daemon runs already");
        Path configuration = folder.resolve("reader.conf");
        Files.writeString(
                configuration,
                "FRIENDLYNAME \"" + NAME + "\"\nDEVICENAME /dev/null:" + PORT + "\nLIBPATH " + driver.get()
                        + "\nCHANNELID " + PORT + "\n");
        Process daemon = new ProcessBuilder(
                        "/usr/bin/unshare",
                        "--net",
                        "sh",
                        "-c",
                        "ip link set lo up && exec /usr/sbin/pcscd --foreground --config " + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pcscd.log").toFile())
                .start();
        while (!Files.exists(SOCKET)) {
            Assumptions.assumeTrue(daemon.isAlive(), () -> "no PC/SC daemon in a network of its own: " + logOf(folder));
            Thread.sleep(20);
        }
        return new Pcscd(daemon);
    }

    /** Puts a card into the reader; it stays until it is closed. */
    Inserted insert(VirtualCard card) throws IOException {
        return new Inserted(card);
    }

    /** A card in the reader. */
    final class Inserted implements AutoCloseable {
        private final Process socat;
        private final Thread thread;

        private Inserted(VirtualCard card) throws IOException {
            socat = new ProcessBuilder(
                            "/usr/bin/nsenter",
                            "--net",
                            "--target",
                            Long.toString(daemon.pid()),
                            "/usr/bin/socat",
                            "STDIO",
                            "TCP:127.0.0.1:" + PORT + ",nodelay")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            thread = new Thread(() -> serve(card), "card");
            thread.start();
        }

        /** The reader, once it has seen the card. */
        CardTerminal reader() throws Exception {
            CardTerminal reader = Readers.find(NAME + " 00 00");
            if (!reader.waitForCardPresent(PATIENCE)) {
                throw new IOException("the reader does not see its card");
            }
            return reader;
        }

        private void serve(VirtualCard card) {
            try {
                new VirtualReader(card).run(socat.getInputStream(), socat.getOutputStream());
            } catch (IOException e) {
                // the card was taken out
            }
        }

        /** Takes it out. */
        @Override
        public void close() throws Exception {
            socat.destroy();
            thread.join();
            if (!Readers.find(NAME + " 00 00").waitForCardAbsent(PATIENCE)) {
                throw new IOException("the reader still sees a card that was taken out");
            }
        }
    }

    private static String logOf(Path folder) {
        try {
            return Files.readString(folder.resolve("pcscd.log"));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static Optional<Path> driver() throws IOException {
        Path drivers = Path.of("/usr/lib/pcsc/drivers/serial");
        if (!Files.isDirectory(drivers)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(drivers)) {
            return files.filter(file -> file.getFileName().toString().startsWith("libifdvpcd.so"))
                    .sorted()
                    .findFirst();
        }
    }

    @Override
    public void close() throws Exception {
        daemon.destroy();
        daemon.waitFor();
    }
}
