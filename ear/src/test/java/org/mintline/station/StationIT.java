package org.mintline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.demo.factory.CuttableRelay;
import org.mintline.device.factory.device.DeviceProcess;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.link.https.LinkClient;
import org.mintline.device.factory.link.https.LinkServer;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.https.PinnedTrust;
import org.mintline.device.pki.StationKeys;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigSettings;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** A profile that was ordered in a batch, from the server by the station into the device; and whatever is refused on this way. */
@ExtendWith(ServerExtension.class)
class StationIT {
    private static final int PATIENCE = 30_000;

    @TempDir
    Path folder;

    private final FactoryWorld world;
    private StationInFactory station;

    StationIT(RunningServer server) {
        world = FactoryWorld.at(server);
    }

    @BeforeEach
    void authenticate_by_key_set_and_jig() throws Exception {
        world.setStation("BOTH", false);
        station = new StationInFactory(world.supportServer(world.stationPort()), folder);
    }

    @AfterEach
    void close() throws IOException {
        station.close();
    }

    @Test
    void everybody_is_told_of_a_profile_that_a_device_installed_at_boot() throws Exception {
        DeviceInFactory device = world.device(folder);
        long usedBefore = world.get("lots/" + world.lot()).at("/keys/USED").asLong();

        assertThat(station.serve(device.line())).as(station.told().toString()).isTrue();

        assertThat(device.profiles()).isEqualTo(1);
        assertThat(station.log()).contains("AUTHENTICATED\tBOTH", "IMAGE_SENT", "INSTALLED");
        String iccid = world.profileFor(device.eid()).at("/iccid").asText();
        world.await(
                "profiles/" + iccid, seen -> seen.at("/profile/state").asText().equals("INSTALLED"));
        assertThat(world.get("lots/" + world.lot()).at("/keys/USED").asLong()).isEqualTo(usedBefore + 1);
        assertThat(world.profileFor(device.eid()).at("/state").asText()).isEqualTo("INSTALLED");
        assertThat(world.get("support/profiles?eid=" + device.eid())
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("INSTALLED");
        assertThat(story(device)).containsExactly("INSTALLED");
        assertThat(world.audit("getKeySet", device.eid())).contains("done");
        assertThat(world.audit("getImage", device.eid())).contains("done: profile " + iccid);
        assertThat(world.audit("reportEvent", device.eid())).contains("INSTALLED: profile " + iccid);
    }

    @Test
    void a_device_without_a_wire_comes_over_HTTPS() throws Exception {
        world.setStation("KEY_SET", false);
        DeviceInFactory device = world.device(folder);
        StationKeys.write(folder.resolve("https"), Cryptography.system(), Instant.now());
        Path certificate = folder.resolve("https/station.der");
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (LinkServer links = new LinkServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        StationKeys.context(folder.resolve("https/station.key.pem"), certificate),
                        Cryptography.system().randomness(),
                        1,
                        PATIENCE);
                StationInFactory atHttps = anotherStation("at-https")) {
            LinkClient client = new LinkClient(
                    URI.create("https://127.0.0.1:" + links.port()),
                    new PinnedTrust(Files.readAllBytes(certificate)).context(),
                    device.device()::answer);
            Thread switchedOn = new Thread(() -> run(device, client, goesOn), "device");
            switchedOn.start();

            assertThat(atHttps.serve(links.place()))
                    .as(atHttps.told().toString())
                    .isTrue();

            goesOn.set(false);
            switchedOn.join();
        }
        assertThat(device.profiles()).isEqualTo(1);
    }

    private static void run(DeviceInFactory device, LinkClient client, AtomicBoolean goesOn) {
        try {
            new DeviceProcess(device.device(), told -> {}).run(client, goesOn::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wrong_readings_at_the_jig_bring_nothing() throws Exception {
        DeviceInFactory device = world.device(folder);
        String sentence = "the current at the jig is 0.3 A, not 0.12 A within 5 percent";

        assertThat(station.serve(device.line(), StationInFactory.WRONG_JIG)).isFalse();

        assertNothingWasSent(device);
        assertThat(station.told()).containsExactly(device.eid() + ": " + sentence);
        assertThat(world.audit("refuseDevice", device.eid())).contains("refused: " + sentence);
        assertThat(story(device)).containsExactly("REFUSED");
    }

    @Test
    void a_station_that_is_content_with_less_gets_no_image() throws Exception {
        DeviceInFactory device = world.device(folder);
        AuthenticationRules lenient = new AuthenticationRules(
                AuthenticationManner.BOTH, Optional.of(JigSettings.parse("3.3,0.3,50,3")), false);
        AuthenticationRules byKeySet = new AuthenticationRules(AuthenticationManner.KEY_SET, Optional.empty(), false);

        assertRefusedByServer(
                device, lenient, "NOT_AUTHENTICATED: the current at the jig is 0.3 A, not 0.12 A within 5 percent");
        assertRefusedByServer(
                device, byKeySet, "NOT_AUTHENTICATED: this station authenticates devices by BOTH, not by KEY_SET");
    }

    private void assertRefusedByServer(DeviceInFactory device, AuthenticationRules rules, String audited)
            throws Exception {
        Path own = Files.createDirectories(folder.resolve(rules.manner().name()));
        try (StationInFactory lenient = new StationInFactory(world.supportServer(world.stationPort()), rules, own)) {
            assertThat(lenient.serve(device.line(), StationInFactory.WRONG_JIG)).isFalse();
            assertThat(lenient.told().toString()).contains("the support server gives no image: ");
            assertThat(lenient.log()).doesNotContain("IMAGE");
        }
        assertThat(world.audit("getImage", device.eid())).contains(audited);
        assertThat(device.profiles()).isZero();
    }

    @Test
    void a_device_with_a_foreign_key_set_gets_nothing() throws Exception {
        KeySet foreign = new KeySet(
                world.master().version(),
                new byte[KeySet.KEY_LENGTH],
                new byte[KeySet.KEY_LENGTH],
                new byte[KeySet.KEY_LENGTH]);
        DeviceInFactory device = world.device(folder, SigningKind.COMMERCIAL, SigningKind.COMMERCIAL, foreign);

        assertThat(station.serve(device.line())).isFalse();

        assertNothingWasSent(device);
        assertThat(station.told())
                .singleElement()
                .asString()
                .contains("does not have the key set that belongs to its EID");
        assertThat(world.audit("refuseDevice", device.eid()))
                .contains("does not have the key set that belongs to its EID");
    }

    @Test
    void a_device_that_nobody_registered_gets_no_key_set() throws Exception {
        DeviceInFactory device = world.stranger(folder);

        assertThat(station.serve(device.line())).isFalse();

        assertNothingWasSent(device);
        assertThat(station.told())
                .containsExactly(device.eid() + ": the support server gives no key set: the device is not registered");
        assertThat(world.audit("getKeySet", device.eid())).contains("UNKNOWN: the device is not registered");
    }

    @Test
    void an_image_that_is_altered_on_the_way_is_not_kept() throws Exception {
        world.setStation("JIG", false);
        DeviceInFactory device = world.device(folder);
        try (StationInFactory byJig = anotherStation("jig")) {
            assertThat(byJig.serve(device.line(StationIT::withAlteredChunks))).isFalse();
            assertThat(byJig.told().toString()).contains("the image is not the one that was announced");
        }
        assertRefusedByDevice(device, "the image is not the one that was announced");
    }

    @Test
    void an_image_that_is_altered_under_the_key_set_ends_the_session() throws Exception {
        DeviceInFactory device = world.device(folder);

        assertThat(station.serve(device.line(StationIT::withAlteredChunks))).isFalse();

        assertThat(device.profiles()).isZero();
        assertThat(station.log()).contains("IMAGE_NOT_SENT").doesNotContain("IMAGE_SENT");
        assertThat(station.serve(device.line())).as("the next time").isTrue();
    }

    @Test
    void an_image_that_is_altered_at_the_station_is_refused_by_the_device() throws Exception {
        DeviceInFactory device = world.device(folder);
        byte[] image = imageOf(device);
        image[image.length / 2] ^= 1;
        station.enqueue(device.eid(), image);

        assertThat(station.serve(device.line())).isFalse();

        assertRefusedByDevice(device, "the device refuses the image: wrong signature");
        assertThat(station.files("images/refused")).hasSize(1);
    }

    @Test
    void the_image_of_another_device_is_refused_by_the_device() throws Exception {
        byte[] image = imageOf(world.device(folder));
        DeviceInFactory device = world.device(folder);
        station.enqueue(device.eid(), image);

        assertThat(station.serve(device.line())).isFalse();

        assertRefusedByDevice(device, "the device refuses the image: other device");
    }

    @Test
    void a_commercial_device_refuses_what_is_signed_for_development() throws Exception {
        DeviceInFactory device = world.device(folder, SigningKind.DEVELOPMENT, SigningKind.COMMERCIAL, world.master());

        assertThat(station.serve(device.line())).isFalse();

        assertRefusedByDevice(device, "the device refuses the image: wrong signing kind");
    }

    @Test
    void an_image_that_was_installed_is_not_taken_again() throws Exception {
        DeviceInFactory device = world.device(folder);
        assertThat(station.serve(device.line())).isTrue();
        Path sent = station.files("images/sent").get(0);
        station.enqueue(device.eid(), Files.readAllBytes(sent));

        assertThat(station.serve(device.line())).isFalse();

        assertThat(station.told()).last().asString().isEqualTo(device.eid() + ": the device had this image before");
        assertThat(world.audit("refuseDevice", device.eid())).contains("refused: the device had this image before");
        assertThat(device.profiles()).isEqualTo(1);
        assertThat(imageAtServer(device).at("/handedOut").asInt())
                .as("the server gives it once")
                .isEqualTo(1);
    }

    @Test
    void a_transfer_that_was_recorded_and_is_sent_again_is_refused() throws Exception {
        DeviceInFactory device = world.device(folder);
        List<CommandApdu> recorded = new ArrayList<>();
        assertThat(station.serve(device.line(command -> {
                    recorded.add(command);
                    return command;
                })))
                .isTrue();

        Carrier line = device.line();
        for (CommandApdu command : recorded) {
            boolean isOpen = command.ins() == Instruction.GET_IDENTITY.value() || command.ins() == 0x50;
            assertThat(line.exchange(command).isOk()).as(command.toString()).isEqualTo(isOpen);
        }
        assertThat(device.profiles()).isEqualTo(1);
    }

    @Test
    void test_mode_is_refused_where_policy_forbids_it() throws Exception {
        world.setStation("TEST", false);
        DeviceInFactory device = world.device(folder);
        String sentence = "this station does not allow devices without authentication";
        try (StationInFactory inTestMode = anotherStation("test")) {
            assertThat(inTestMode.serve(device.line())).isFalse();
            assertThat(inTestMode.told()).containsExactly(device.eid() + ": " + sentence);
            assertThat(inTestMode.log()).contains("NOT_AUTHENTICATED").doesNotContain("IMAGE");
        }
        assertThat(world.audit("refuseDevice", device.eid())).contains("refused: " + sentence);

        AuthenticationRules allowing = new AuthenticationRules(AuthenticationManner.TEST, Optional.empty(), true);
        DeviceInFactory inTestProfileMode = world.device(folder);
        inTestProfileMode.enterTestProfileMode(world.master());
        assertRefusedByServer(inTestProfileMode, allowing, "NOT_AUTHENTICATED: " + sentence);
    }

    @Test
    void without_authentication_no_operational_profile_goes_out() throws Exception {
        world.setStation("TEST", true);
        DeviceInFactory device = world.device(folder);
        device.enterTestProfileMode(world.master());
        try (StationInFactory inTestMode = anotherStation("test")) {
            assertThat(inTestMode.serve(device.line())).isFalse();
            assertThat(inTestMode.told())
                    .last()
                    .asString()
                    .isEqualTo(device.eid() + ": no image waits for this device");
        }
        assertThat(device.profiles()).isZero();
    }

    @Test
    void a_station_whose_certificate_is_not_registered_is_served_nothing_and_keeps_its_reports() throws Exception {
        DeviceInFactory device = world.device(folder);
        StationKeys.write(folder.resolve("other"), Cryptography.system(), Instant.now());
        world.setStationCertificate(folder.resolve("other/station.pem"));
        try {
            assertThatThrownBy(() -> world.supportServer(world.stationPort()).rules())
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "the support server tells no settings: the client certificate belongs to no station that"
                                    + " is enabled");
            assertThat(station.serve(device.line())).isFalse();
            assertThat(station.told().toString())
                    .contains(
                            "the support server gives no key set: the client certificate belongs to no station that is"
                                    + " enabled");
            assertThat(station.files("images/reports")).hasSize(1);
        } finally {
            world.setStationCertificate(world.stationCertificate());
        }
        assertNothingWasSent(device);
        assertThat(world.get("audit/lines?action=refuseRequest&subject=function:settings")
                        .toString())
                .contains("HTTP 403", "the client certificate belongs to no station that is enabled");
        assertThat(station.desk().sendReports()).isZero();
    }

    @Test
    void a_report_that_comes_twice_counts_once() throws Exception {
        DeviceInFactory device = world.device(folder);
        assertThat(station.serve(device.line())).isTrue();
        world.await(
                "profiles/" + world.profileFor(device.eid()).at("/iccid").asText(),
                seen -> seen.at("/profile/state").asText().equals("INSTALLED"));
        long installed = world.get("batches/" + world.batch()).at("/installed").asLong();
        int messages = reportsAtGenerationServer(device);

        station.desk().reported(device.eid(), station.reports().get(0));
        assertThat(station.desk().sendReports()).isZero();

        assertThat(station.files("images/reports")).isEmpty();
        assertThat(story(device)).containsExactly("INSTALLED");
        assertThat(world.get("batches/" + world.batch()).at("/installed").asLong())
                .isEqualTo(installed);
        assertThat(reportsAtGenerationServer(device)).isEqualTo(messages);
    }

    private int reportsAtGenerationServer(DeviceInFactory device) throws Exception {
        return world.get("batches/reports?iccid="
                        + world.profileFor(device.eid()).at("/iccid").asText())
                .size();
    }

    @Test
    void reports_wait_at_the_station_while_the_server_is_away() throws Exception {
        DeviceInFactory device = world.device(folder);
        try (CuttableRelay relay = new CuttableRelay(CuttableRelay.ANY_PORT, world.stationPort());
                StationInFactory far = new StationInFactory(
                        world.supportServer(relay.port()), Files.createDirectories(folder.resolve("far")))) {
            Carrier line = device.line(command -> {
                if (command.ins() == Instruction.COMMIT_IMAGE.value()) {
                    relay.cut();
                }
                return command;
            });
            assertThat(far.serve(line))
                    .as("the station goes on without its server")
                    .isTrue();
            assertThat(far.files("images/reports")).hasSize(1);
            assertThat(far.told()).last().asString().startsWith("reports wait: ");
            assertThat(story(device)).isEmpty();

            relay.mend();
            assertThat(far.desk().sendReports()).isZero();
            assertThat(far.files("images/reports")).isEmpty();
        }
        assertThat(story(device)).containsExactly("INSTALLED");
        world.await(
                "profiles/" + world.profileFor(device.eid()).at("/iccid").asText(),
                seen -> seen.at("/profile/state").asText().equals("INSTALLED"));
    }

    /** The station started anew in another folder, with what is set for it now. */
    private StationInFactory anotherStation(String name) throws IOException {
        return new StationInFactory(
                world.supportServer(world.stationPort()), Files.createDirectories(folder.resolve(name)));
    }

    /** The image that the server has for a device, as another station would have got it. */
    private byte[] imageOf(DeviceInFactory device) throws Exception {
        try (StationInFactory other = anotherStation("fetched " + device.eid())) {
            Carrier line = device.line(command -> {
                if (command.ins() == Instruction.BEGIN_IMAGE.value()) {
                    throw new IllegalStateException("unplugged");
                }
                return command;
            });
            assertThatThrownBy(() -> other.serve(line)).hasMessage("unplugged");
            return Files.readAllBytes(other.files("images").get(0));
        }
    }

    private static CommandApdu withAlteredChunks(CommandApdu command) {
        if (command.ins() != Instruction.IMAGE_CHUNK.value()) {
            return command;
        }
        byte[] data = command.data().clone();
        data[data.length / 2] ^= 1;
        return new CommandApdu(command.cla(), command.ins(), command.p1(), command.p2(), data, command.le());
    }

    private void assertNothingWasSent(DeviceInFactory device) throws Exception {
        assertThat(device.profiles()).isZero();
        assertThat(station.log()).contains("NOT_AUTHENTICATED").doesNotContain("IMAGE");
        assertThat(world.audit("getImage", device.eid())).isEmpty();
    }

    private void assertRefusedByDevice(DeviceInFactory device, String sentence) throws Exception {
        assertThat(device.profiles()).isZero();
        assertThat(world.audit("refuseDevice", device.eid())).contains("refused: " + sentence);
        assertThat(story(device)).contains("REFUSED");
    }

    private JsonNode imageAtServer(DeviceInFactory device) throws Exception {
        return world.get("support/images?eid=" + device.eid()).at("/items/0");
    }

    private List<String> story(DeviceInFactory device) throws Exception {
        List<String> events = new ArrayList<>();
        world.get("support/devices/" + device.eid() + "/story")
                .at("/items")
                .forEach(line -> events.add(line.at("/event").asText()));
        return events;
    }
}
