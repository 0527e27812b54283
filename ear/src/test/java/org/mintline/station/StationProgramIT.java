package org.mintline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.SigningKind;
import org.mintline.server.OnOneDatabase;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** Station and device as people start them, each a process, joined by a serial line; the jig at another. */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class StationProgramIT {
    private static final String LOT = "Programs";
    private static final int KEY_SET_VERSION = 102;
    private static final Pattern EID = Pattern.compile("EID\\s+([0-9]{32})");

    @TempDir
    Path folder;

    private final FactoryWorld world;
    private final String passphrase;

    StationProgramIT(RunningServer server) throws Exception {
        world = FactoryWorld.at(server);
        passphrase = Files.readString(world.pki().resolve("station/passphrase")).strip();
    }

    @Test
    void a_batch_goes_by_image_over_a_serial_line_into_a_device() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")), "socat is not here");
        Eid eid = deviceWithPreloadedKeys();
        String batch = world.order(LOT, 1);
        world.await("batches/" + batch, seen -> seen.at("/state").asText().equals("RECEIVED"));
        world.setStation("BOTH", false);

        try (Program line = Program.socat(
                        folder, "line.device", "pty,raw,echo=0,link=line.station", "pty,raw,echo=0,link=line.device");
                Program jig = Program.socat(
                        folder,
                        "jig.station",
                        "pty,raw,echo=0,link=jig.station",
                        "SYSTEM:while read -r asked; do echo 'V=3.312 I=0.118'; done");
                Program device = Program.start(
                        folder,
                        passphrase,
                        "device",
                        "factory",
                        "serve",
                        "--euicc",
                        "euicc",
                        "--port",
                        port("line.device"))) {
            String told = Program.run(
                    folder,
                    passphrase,
                    "station",
                    "serve",
                    "--once",
                    "--port",
                    port("line.station"),
                    "--jig",
                    port("jig.station"),
                    "--images",
                    "images",
                    "--audit-log",
                    "station.log",
                    "--server",
                    "https://localhost:" + world.stationPort(),
                    "--certificate",
                    world.pki().resolve("station/station.p12").toString(),
                    "--server-trust",
                    world.pki().resolve("station/server-ca.p12").toString());
            assertThat(told).contains(eid + " authenticated", "1 of 1 devices installed a profile");
            assertThat(device.printed()).contains(": installed");
            assertThat(line.printed() + jig.printed()).isEmpty();
        }

        assertThat(Program.run(folder, passphrase, "station", "verify-log", "station.log"))
                .contains("the chain is whole");
        String iccid = world.await(
                        "batches/" + batch + "/profiles",
                        seen -> seen.at("/0/state").asText().equals("INSTALLED"))
                .at("/0/iccid")
                .asText();
        assertThat(Program.run(folder, passphrase, "device", "list", "--euicc", "euicc"))
                .contains(iccid);
    }

    /** An eUICC with keys, taken in as a lot, in a device that is registered. */
    private Eid deviceWithPreloadedKeys() throws Exception {
        Matcher told = EID.matcher(Program.run(
                folder,
                passphrase,
                "device",
                "create",
                "--euicc",
                "euicc",
                "--pki",
                world.pki().toString()));
        assertThat(told.find()).isTrue();
        Eid eid = new Eid(told.group(1));
        Program.run(folder, passphrase, "device", "preload", "--euicc", "euicc", "--count", "2", "--out", "lot.keys");
        world.lot(LOT, Files.readAllBytes(folder.resolve("lot.keys")));
        Program.run(
                folder, passphrase, "station", "keys", "--out", "master.p12", "--key-version", "" + KEY_SET_VERSION);
        world.registerMasterKeys(Program.run(folder, passphrase, "station", "export-keys", "--keys", "master.p12"));
        Program.run(
                folder,
                passphrase,
                "device",
                "factory",
                "create",
                "--euicc",
                "euicc",
                "--keys",
                "master.p12",
                "--signer",
                world.pki().resolve("images/commercial.der").toString());
        String publicKey = Files.readString(folder.resolve("euicc/factory/device.pub.pem"))
                .replaceAll("-----[A-Z ]+-----|\\s", "");
        world.register(eid, publicKey, SigningKind.COMMERCIAL, KEY_SET_VERSION);
        return eid;
    }

    private String port(String link) throws Exception {
        return folder.resolve(link).toRealPath().toString();
    }
}
