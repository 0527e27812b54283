package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.factory.device.FolderStorage;
import org.mintline.device.factory.device.Storage;
import org.mintline.device.factory.jig.Jig;
import org.mintline.device.factory.link.RequestingEnd;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.device.factory.station.AuditLog;
import org.mintline.device.factory.station.DeviceLink;
import org.mintline.device.factory.station.ImageQueue;
import org.mintline.device.factory.station.Progress;
import org.mintline.device.factory.station.QueuedImage;
import org.mintline.device.factory.station.Station;
import org.mintline.device.factory.station.StationException;
import org.mintline.device.factory.station.StationPolicy;
import org.mintline.device.factory.station.StationProcess;
import org.mintline.device.factory.station.StationProcess.Place;
import org.mintline.device.lpa.RecordedDownload;
import org.mintline.device.lpa.Sgp26;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;

/** Station and device over a wire, from the authentication to the profile on the eUICC. */
class FactoryTest {
    private static final Jig GOOD_JIG = () -> new JigReading(new BigDecimal("3.31"), new BigDecimal("0.118"));
    private static final Jig WRONG_JIG = () -> new JigReading(new BigDecimal("3.31"), new BigDecimal("0.3"));
    private static final int PART = 4096;
    private static final int PATIENCE = 20_000;

    @TempDir
    Path folder;

    private final Factory factory = new Factory();
    private final Power power = new Power(Factory.EID);
    private Plugged plugged;
    private AuditLog audit;

    @BeforeEach
    void plug_a_device_in() throws IOException {
        Sgp26.assumeHere();
        audit = AuditLog.open(folder.resolve("audit.log"), Sgp26.CLOCK);
        plugged = new Plugged(factory.device(power));
    }

    @AfterEach
    void unplug() throws IOException, InterruptedException {
        if (plugged != null) {
            plugged.close();
            audit.close();
        }
    }

    @Test
    void a_waiting_image_ends_as_a_profile_on_the_eUICC() throws Exception {
        enqueue(factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL), "");

        assertThat(process(policy(AuthenticationManner.BOTH)).serve(place(GOOD_JIG)))
                .as(auditText())
                .isTrue();

        assertThat(power.card().state().profiles()).singleElement().satisfies(profile -> assertThat(profile.iccid())
                .isEqualTo(RecordedDownload.ICCID));
        assertThat(power.names()).noneMatch(name -> name.startsWith("part") || name.equals("image"));
        assertThat(auditEvents()).containsExactly("AUTHENTICATED", "IMAGE_SENT", "AUTHENTICATED", "INSTALLED");
        assertThat(folder.resolve("images/sent")).isDirectoryContaining("glob:**.image");
        assertThat(process(policy(AuthenticationManner.KEY_SET)).serve(place(GOOD_JIG)))
                .isFalse();
    }

    @Test
    void wrong_jig_values_authenticate_nothing_and_nothing_is_sent() throws Exception {
        enqueue(factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL), "");

        for (AuthenticationManner manner : List.of(AuthenticationManner.JIG, AuthenticationManner.BOTH)) {
            assertThat(process(policy(manner)).serve(place(WRONG_JIG))).isFalse();
        }

        assertThat(auditEvents()).containsExactly("NOT_AUTHENTICATED", "NOT_AUTHENTICATED");
        assertThat(auditText()).contains("the current at the jig is 0.3 A, not 0.12 A within 5 percent");
        assertThat(power.names()).isEmpty();
    }

    @Test
    void foreign_keys_authenticate_nothing() throws Exception {
        StationPolicy foreign = new StationPolicy(
                AuthenticationManner.KEY_SET, Optional.of(Factory.OTHER_MASTER), Optional.empty(), true);

        assertThatThrownBy(() -> station(foreign).authenticate(link(), GOOD_JIG))
                .isInstanceOf(StationException.class)
                .hasMessageContaining("the device does not have the key set that belongs to its EID");
        assertThat(auditEvents()).containsExactly("NOT_AUTHENTICATED");
    }

    @Test
    void without_authentication_a_device_takes_no_command() throws Exception {
        DeviceLink device = link();

        assertThatThrownBy(() -> device.setTestProfileMode(true)).hasMessageContaining("not authenticated");
        assertThatThrownBy(() -> device.openSession(AuthenticationManner.KEY_SET))
                .hasMessageContaining("not authenticated");
        assertThatThrownBy(() -> device.openSession(AuthenticationManner.OVER_THE_AIR))
                .hasMessageContaining("manner");
    }

    @Test
    void nobody_speaks_without_a_MAC_while_the_channel_is_open() throws Exception {
        RequestingEnd wire = new RequestingEnd(plugged.station, PATIENCE);
        DeviceLink device = new DeviceLink(wire);
        station(policy(AuthenticationManner.KEY_SET)).authenticate(device, GOOD_JIG);

        wire.exchange(Instruction.TEST_PROFILE_MODE.command(1, 0, new byte[0]));

        assertThat(device.identity().testProfileMode()).isFalse();
        assertThatThrownBy(() -> device.setTestProfileMode(true)).isInstanceOf(IOException.class);
    }

    @Test
    void test_authentication_needs_policy_and_test_profile_mode() throws Exception {
        StationPolicy strict = new StationPolicy(AuthenticationManner.TEST, Optional.empty(), Optional.empty(), false);
        assertThatThrownBy(() -> station(strict).authenticate(link(), GOOD_JIG))
                .hasMessage("this station does not allow devices without authentication");
        assertThatThrownBy(() -> station(policy(AuthenticationManner.TEST)).authenticate(link(), GOOD_JIG))
                .hasMessageContaining("only devices in test-profile mode");

        authenticated().setTestProfileMode(true);

        station(policy(AuthenticationManner.TEST)).authenticate(link(), GOOD_JIG);
    }

    @Test
    void in_test_profile_mode_test_profiles_install_and_others_do_not() throws Exception {
        DeviceLink device = authenticated();
        device.setTestProfileMode(true);

        assertRefused(
                device, factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL), "takes test profiles only");
        assertThatThrownBy(device::beginPackets).hasMessageContaining("takes test profiles only");

        device.send(queued(factory.image(SigningKind.COMMERCIAL, ProfileClass.TEST)), sent -> {});
        device.restart();
        assertThat(authenticated().report()).get().satisfies(report -> assertThat(report.isInstalled())
                .as(report.detail())
                .isTrue());
    }

    @Test
    void bad_images_are_refused_for_the_right_reason_and_leave_nothing() throws Exception {
        byte[] altered = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL);
        altered[altered.length - 100] ^= 1;

        assertRefused(authenticated(), altered, "wrong signature");
        assertRefused(
                authenticated(),
                factory.image(SigningKind.DEVELOPMENT, ProfileClass.OPERATIONAL),
                "wrong signing kind");
        assertRefused(
                authenticated(),
                new Factory().image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL),
                "wrong signature");
        assertRefused(authenticated(), factory.imageForAnotherDevice(), "other device");
        assertRefused(authenticated(), factory.imageForAnotherEuicc(), "for another eUICC");
        assertThat(power.names()).noneMatch(name -> name.startsWith("part") || name.equals("image"));
    }

    @Test
    void a_transfer_that_is_replayed_is_refused_with_an_audit_line() throws Exception {
        byte[] image = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL);
        enqueue(image, "");
        assertThat(process(policy(AuthenticationManner.KEY_SET)).serve(place(GOOD_JIG)))
                .isTrue();

        enqueue(image, "-again");
        assertThat(process(policy(AuthenticationManner.KEY_SET)).serve(place(GOOD_JIG)))
                .isFalse();

        assertThat(auditText()).contains("IMAGE_NOT_SENT\tthe device had this image before");
        assertThat(folder.resolve("images/refused")).isDirectoryContaining("glob:**again.image");
    }

    @Test
    void an_image_whose_last_answer_was_lost_counts_as_sent() throws Exception {
        byte[] image = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL);
        authenticated().send(queued(image), sent -> {});
        plugged.close();
        plugged = new Plugged(factory.device(power));
        enqueue(image, "");

        assertThat(process(policy(AuthenticationManner.KEY_SET)).serve(place(GOOD_JIG)))
                .isTrue();

        assertThat(folder.resolve("images/sent")).isDirectoryContaining("glob:**.image");
    }

    @Test
    void while_one_image_is_here_another_has_to_wait() throws Exception {
        DeviceLink device = authenticated();
        device.send(queued(factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL)), sent -> {});

        QueuedImage other = queued(factory.image(SigningKind.COMMERCIAL, ProfileClass.TEST));
        assertThatThrownBy(() -> device.send(other, sent -> {})).hasMessageContaining("holds another image");
        assertThatThrownBy(() -> device.setMode(Optional.of(InstallationMode.PACKETS)))
                .hasMessageContaining("mode cannot change");
        assertThatThrownBy(device::discard).hasMessageContaining("installs it when it boots");
    }

    @Test
    void a_transfer_goes_on_where_the_power_was_cut_at_every_write() throws Exception {
        byte[] image = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL);
        int parts = (image.length + PART - 1) / PART;
        assertThat(parts).as("parts of the image").isGreaterThan(1);
        for (int writes = 0; writes <= parts + 1; writes++) {
            for (boolean isDone : new boolean[] {false, true}) {
                Power each = new Power(Factory.EID);
                each.lastsFor(writes, isDone);
                assertThatThrownBy(() -> sendTo(each, image, new ArrayList<>())).isInstanceOf(IOException.class);
                each.isBack();
                List<Integer> offsets = new ArrayList<>();
                boolean isCommitted = writes == parts + 1 && isDone;
                if (isCommitted) {
                    assertThatThrownBy(() -> sendTo(each, image, offsets))
                            .hasMessageContaining("had this image before");
                } else {
                    sendTo(each, image, offsets);
                    int durable = Math.max(0, isDone ? writes : writes - 1);
                    assertThat(offsets.get(0)).isEqualTo(Math.min(image.length, durable * PART));
                }
                factory.device(each).boot();
                assertThat(each.card().state().profiles()).hasSize(1);
            }
        }
    }

    @Test
    void what_lies_in_the_security_area_is_unreadable_and_cannot_be_exchanged() throws Exception {
        byte[] image = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL);
        authenticated().send(queued(image), sent -> {});
        plugged.close();
        byte[] beginning = Arrays.copyOf(image, 64);
        assertThat(power.content().values()).noneMatch(entry -> indexOf(entry, beginning) >= 0);

        String part = power.names().stream()
                .filter(name -> name.endsWith("-1"))
                .findFirst()
                .orElseThrow();
        power.content().put("image", power.content().get(part));

        assertThatThrownBy(() -> factory.device(power)).hasMessageContaining("was not written there by this device");
    }

    @Test
    void packets_install_in_the_second_mode_and_not_in_the_first() throws Exception {
        DeviceLink device = authenticated();
        device.setMode(Optional.of(InstallationMode.IMAGE));
        assertThatThrownBy(device::beginPackets).hasMessageContaining("set to take images");
        device.setMode(Optional.of(InstallationMode.PACKETS));
        QueuedImage image = queued(factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));
        assertThatThrownBy(() -> device.send(image, sent -> {})).hasMessageContaining("set to take packets");

        device.beginPackets();
        for (byte[] packet : RecordedDownload.packets(Factory.EID, ProfileClass.OPERATIONAL)) {
            if (device.report().isPresent()) {
                break;
            }
            assertThat(device.packet(packet).isOk()).isTrue();
        }

        InstallationReport report = device.report().orElseThrow();
        assertThat(report.isInstalled()).as(report.detail()).isTrue();
        assertThat(report.iccid()).contains(RecordedDownload.ICCID);
        assertThat(power.card().state().profiles()).hasSize(1);
    }

    @Test
    void two_devices_are_served_at_once_each_with_its_own_image() throws Exception {
        enqueue(factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL), "");
        byte[] second = factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL, Factory.OTHER_EID);
        Files.write(folder.resolve("images/" + Factory.OTHER_EID.digits() + ".image"), second);
        Power otherPower = new Power(Factory.OTHER_EID);

        try (Plugged other = new Plugged(factory.device(otherPower))) {
            int installed = process(policy(AuthenticationManner.KEY_SET))
                    .serveAll(List.of(
                            place(GOOD_JIG),
                            new Place("second", new RequestingEnd(other.station, PATIENCE), GOOD_JIG)));
            assertThat(installed).as(auditText()).isEqualTo(2);
        }

        assertThat(power.card().state().profiles()).hasSize(1);
        assertThat(otherPower.card().state().profiles()).hasSize(1);
    }

    @Test
    void a_device_is_served_once_and_again_when_another_image_waits() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        StationProcess process = process(policy(AuthenticationManner.KEY_SET));

        process.attend(List.of(place(GOOD_JIG)), () -> {
            if (looks.incrementAndGet() == 3) {
                enqueueUnchecked(factory.image(SigningKind.COMMERCIAL, ProfileClass.OPERATIONAL));
            }
            return looks.get() < 6;
        });

        assertThat(auditEvents())
                .containsExactly("AUTHENTICATED", "AUTHENTICATED", "IMAGE_SENT", "AUTHENTICATED", "INSTALLED");
    }

    @Test
    void what_is_kept_in_a_folder_is_there_as_a_whole() throws Exception {
        Storage storage = new FolderStorage(folder.resolve("area"));
        storage.write("image", new byte[] {1});
        storage.write("image", new byte[] {2});
        storage.write("mode", new byte[] {3});
        storage.remove("mode");
        storage.remove("mode");
        Files.write(folder.resolve("area/image.new"), new byte[1]);

        assertThat(storage.names()).containsExactly("image");
        assertThat(storage.read("image")).contains(new byte[] {2});
        assertThat(storage.read("mode")).isEmpty();
        assertThatThrownBy(() -> storage.read("../audit")).isInstanceOf(IllegalArgumentException.class);
    }

    private void enqueueUnchecked(byte[] image) {
        try {
            enqueue(image, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(DeviceLink device, byte[] image, String reason) throws IOException {
        QueuedImage queued = queued(image);
        assertThatThrownBy(() -> device.send(queued, sent -> {}))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
        assertThat(device.report()).isEmpty();
    }

    private void sendTo(Power each, byte[] image, List<Integer> offsets) throws Exception {
        try (Plugged device = new Plugged(factory.device(each))) {
            DeviceLink link = new DeviceLink(new RequestingEnd(device.station, PATIENCE));
            station(policy(AuthenticationManner.KEY_SET)).authenticate(link, GOOD_JIG);
            link.send(queued(image), offsets::add);
        }
    }

    private DeviceLink authenticated() throws Exception {
        DeviceLink device = link();
        station(policy(AuthenticationManner.KEY_SET)).authenticate(device, GOOD_JIG);
        return device;
    }

    private DeviceLink link() {
        return new DeviceLink(new RequestingEnd(plugged.station, PATIENCE));
    }

    private Place place(Jig jig) {
        return new Place("first", new RequestingEnd(plugged.station, PATIENCE), jig);
    }

    private Station station(StationPolicy policy) {
        return new Station(policy, audit, Progress.NONE, Factory.CRYPTOGRAPHY.randomness());
    }

    private StationProcess process(StationPolicy policy) throws IOException {
        return new StationProcess(station(policy), new ImageQueue(folder.resolve("images")), Progress.NONE);
    }

    private static StationPolicy policy(AuthenticationManner manner) {
        return new StationPolicy(
                manner, Optional.of(Factory.MASTER), Optional.of(JigSettings.parse("3.3,0.12,5,3")), true);
    }

    private void enqueue(byte[] image, String name) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.write(images.resolve(Factory.EID.digits() + name + ".image"), image);
    }

    private QueuedImage queued(byte[] image) throws IOException {
        Path file = Files.createTempFile(folder, "queued", ".image");
        Files.write(file, image);
        return QueuedImage.of(file);
    }

    private String auditText() throws IOException {
        AuditLog.verify(folder.resolve("audit.log"));
        return Files.readString(folder.resolve("audit.log"));
    }

    private List<String> auditEvents() throws IOException {
        return auditText().lines().map(line -> line.split("\t")[2]).toList();
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
