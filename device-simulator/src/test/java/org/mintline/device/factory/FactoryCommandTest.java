package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.cli.Mintline;
import org.mintline.device.factory.device.FactoryDevice;
import org.mintline.device.factory.link.PseudoTerminalPair;
import org.mintline.device.factory.link.SerialWire;
import org.mintline.device.factory.link.Wire;
import org.mintline.device.lpa.Sgp26;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.image.SigningKind;
import picocli.CommandLine;

/** The command line of the factory, over a real serial line of two pseudo terminals. */
class FactoryCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** HOME stands for a variable with a passphrase, which a test cannot set. */
    private static final String PASSPHRASE = "--passphrase-env=HOME";

    @Test
    void a_station_at_a_serial_port_has_a_profile_installed() throws Exception {
        Sgp26.assumeHere();
        Factory factory = new Factory();
        Power power = new Power(Factory.EID);
        FactoryDevice device = factory.device(power);
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.write(
                images.resolve(Factory.EID.digits() + ".image"),
                factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));

        Assumptions.assumeTrue(Files.isExecutable(PseudoTerminalPair.SOCAT), "socat is not here");
        try (PseudoTerminalPair line = PseudoTerminalPair.open(folder, "line");
                Wire atDevice = SerialWire.open(line.device(), SerialWire.BAUD_RATE);
                Plugged plugged = new Plugged(device, atDevice, atDevice)) {
            int exit = run(
                    "station",
                    "serve",
                    "--once",
                    "--port",
                    line.station(),
                    "--images",
                    images.toString(),
                    "--manner",
                    "JIG",
                    "--jig-settings",
                    "3.3,0.12,5,3",
                    "--audit-log",
                    folder.resolve("audit.log").toString());
            assertThat(exit).isEqualTo(1);
            assertThat(out.toString()).contains("is not served: no jig is connected; name its port with --jig");

            try (PseudoTerminalPair jig = PseudoTerminalPair.open(folder, "jig");
                    Wire adapter = SerialWire.open(jig.device(), SerialWire.BAUD_RATE)) {
                Thread measuring = new Thread(() -> measure(adapter), "adapter");
                measuring.setDaemon(true);
                measuring.start();
                exit = run(
                        "station",
                        "serve",
                        "--once",
                        "--port",
                        line.station(),
                        "--jig",
                        jig.station(),
                        "--images",
                        images.toString(),
                        "--manner",
                        "JIG",
                        "--jig-settings",
                        "3.3,0.12,5,3",
                        "--audit-log",
                        folder.resolve("audit.log").toString());
                assertThat(exit).as(out + "\n" + err).isZero();
            }
        }

        assertThat(power.card().state().profiles()).hasSize(1);
        assertThat(out.toString()).contains("1 of 1 devices installed a profile", "keeps the image");
        assertThat(run("station", "verify-log", folder.resolve("audit.log").toString()))
                .isZero();
        Files.writeString(
                folder.resolve("audit.log"),
                Files.readString(folder.resolve("audit.log")).replaceFirst("NOT_AUTHENTICATED", "AUTHENTICATED"));
        assertThat(run("station", "verify-log", folder.resolve("audit.log").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("line 1 does not follow the one before");
    }

    @Test
    void keys_and_a_device_are_made_on_the_command_line() throws Exception {
        String home = folder.toString();
        List<String> create = make(home);
        assertThat(Files.getPosixFilePermissions(folder.resolve("master.p12"))).hasSize(2);
        assertThat(run("station", "keys", "--out", home + "/master.p12", PASSPHRASE))
                .isEqualTo(1);
        assertThat(run(create.toArray(String[]::new))).isEqualTo(1);
        assertThat(run("device", "factory", "mode", "packets", "--euicc", home + "/euicc", PASSPHRASE))
                .isZero();
        assertThat(out.toString()).contains("the device takes profiles from packets");
        assertThat(run("device", "factory", "boot", "--euicc", home + "/euicc", PASSPHRASE))
                .isZero();
        assertThat(out.toString()).contains("no image waits");
    }

    @Test
    void station_and_device_find_one_another_over_HTTPS() throws Exception {
        String home = folder.toString();
        make(home);
        assertThat(run("station", "certificate", "--out", home + "/station")).isZero();
        assertThat(run("station", "certificate", "--out", home + "/station")).isEqualTo(1);
        int port = freePort();
        Thread device = new Thread(() -> run(
                "device",
                "factory",
                "serve",
                "--euicc",
                home + "/euicc",
                "--station",
                "https://127.0.0.1:" + port,
                "--trust",
                home + "/station/station.der",
                PASSPHRASE));
        device.start();

        int exit = run(
                "station",
                "serve",
                "--once",
                "--https",
                Integer.toString(port),
                "--https-devices",
                "1",
                "--https-certificate",
                home + "/station/station.der",
                "--https-key",
                home + "/station/station.key.pem",
                "--keys",
                home + "/master.p12",
                "--images",
                home + "/queue",
                "--patience",
                "20000",
                "--audit-log",
                home + "/audit.log",
                PASSPHRASE);
        end(device);

        assertThat(exit).as("no image waits").isEqualTo(1);
        assertThat(out.toString()).contains(" authenticated", "no image waits for this device");
    }

    /** The JDK's stream of a response takes an interrupt for itself, so that one may not be enough. */
    private static void end(Thread thread) throws InterruptedException {
        while (thread.isAlive()) {
            thread.interrupt();
            thread.join(100);
        }
    }

    @Test
    void what_cannot_work_is_told() {
        assertThat(run(
                        "station",
                        "mode",
                        "image",
                        "--port",
                        "/dev/no-such-port",
                        "--audit-log",
                        folder.resolve("log").toString()))
                .isNotZero();
        assertThat(err.toString()).contains("there is no serial port /dev/no-such-port");
        err.getBuffer().setLength(0);
        assertThat(run("station", "keys", "--out", "x", "--passphrase-env", "NO_SUCH_VARIABLE"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("the environment variable NO_SUCH_VARIABLE is not set");
        for (String command :
                Set.of("keys", "certificate", "serve", "send", "mode", "test-profile-mode", "verify-log")) {
            assertThat(run("station", command, "--help")).isZero();
        }
    }

    /**
     * Makes keys, an eUICC and a device.
     *
     * @return the command that made the device
     */
    private List<String> make(String home) {
        assertThat(run("station", "keys", "--out", home + "/master.p12", PASSPHRASE))
                .as(err.toString())
                .isZero();
        assertThat(run("image", "keys", "--out", home + "/images")).isZero();
        assertThat(run("pki", "create", "--out", home + "/pki", PASSPHRASE))
                .as(err.toString())
                .isZero();
        assertThat(run("device", "create", "--euicc", home + "/euicc", "--pki", home + "/pki"))
                .isZero();
        List<String> create = List.of(
                "device",
                "factory",
                "create",
                "--euicc",
                home + "/euicc",
                "--keys",
                home + "/master.p12",
                "--signer",
                home + "/images/development.der",
                PASSPHRASE);
        assertThat(run(create.toArray(String[]::new))).as(err.toString()).isZero();
        return create;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void measure(Wire adapter) {
        byte[] buffer = new byte[64];
        try {
            while (true) {
                int count = adapter.read(buffer, 200);
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        adapter.write("V=3.312 I=0.118\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        } catch (IOException e) {
            // the line is gone, as at the end of the test
        }
    }

    private int run(String... arguments) {
        CommandLine mintline = Mintline.commandLine();
        mintline.setOut(new PrintWriter(out, true));
        mintline.setErr(new PrintWriter(err, true));
        return mintline.execute(arguments);
    }
}
