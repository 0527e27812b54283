package org.mintline.support.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.support.SupportWorld.BATCH;
import static org.mintline.support.SupportWorld.LINE;
import static org.mintline.support.SupportWorld.eid;
import static org.mintline.support.SupportWorld.iccid;
import static org.mintline.support.SupportWorld.packets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.audit.AuditEvent;
import org.mintline.line.LineMessageKind;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.image.ImageOutline;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;
import org.mintline.support.DeliveryState;
import org.mintline.support.FactoryDevices.StoryLine;
import org.mintline.support.StationService;
import org.mintline.support.Stations.Station;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;
import org.mintline.support.SupportWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestCertificates;
import org.mintline.testing.TestDatabase;

class StationServiceTest {
    private static final AuthenticationRules BY_KEY_SET =
            new AuthenticationRules(AuthenticationManner.KEY_SET, Optional.empty(), false);
    private static final AuthenticationRules BY_BOTH =
            new AuthenticationRules(AuthenticationManner.BOTH, Optional.of(JigSettings.parse("3.3,0.12,5,2")), false);
    private static final AuthenticationRules BY_TEST =
            new AuthenticationRules(AuthenticationManner.TEST, Optional.empty(), true);
    private static final AuthenticationEvidence PROVEN =
            new AuthenticationEvidence(AuthenticationManner.KEY_SET, true, List.of(), false);

    @OnEveryDatabase
    void a_station_that_calls_is_seen_to_the_minute(TestDatabase database) {
        SupportWorld world = world(database, 1);
        X509Certificate certificate = TestCertificates.selfSigned("CN=calling");
        database.callInNew(
                () -> world.stations().register("calling", certificate, Optional.empty(), BY_KEY_SET, "console:test"));
        assertThat(lastSeen(database, world)).isEmpty();

        Instant first = world.clock.instant();
        call(database, world, certificate);
        world.clock.advance(Duration.ofSeconds(30));
        call(database, world, certificate);
        assertThat(lastSeen(database, world)).contains(first);

        world.clock.advance(Duration.ofSeconds(31));
        call(database, world, certificate);
        assertThat(lastSeen(database, world)).contains(world.clock.instant());
    }

    private static void call(TestDatabase database, SupportWorld world, X509Certificate certificate) {
        assertThat(database.callInNew(() -> world.stations().findByClientCertificate(certificate)))
                .isPresent();
    }

    private static Optional<Instant> lastSeen(TestDatabase database, SupportWorld world) {
        return database.callInNew(() -> world.stations().list()).stream()
                .filter(station -> station.name().equals("calling"))
                .findFirst()
                .orElseThrow()
                .lastSeenAt();
    }

    /** A server with a batch of some profiles and all their devices. */
    private static SupportWorld world(TestDatabase database, int amount) {
        SupportWorld world = new SupportWorld(database);
        world.registerDevices(amount);
        world.announce(BATCH, amount);
        packets(BATCH, amount).forEach(world::receive);
        return world;
    }

    private static Optional<byte[]> image(
            SupportWorld world, Station station, int number, AuthenticationEvidence evidence) {
        return world.database.callInNew(() -> world.stationService().image(station, eid(number), evidence));
    }

    private static String identifier(byte[] image) throws IOException {
        return HexFormat.of()
                .formatHex(ImageOutline.read(new ByteArrayInputStream(image))
                        .header()
                        .imageIdentifier());
    }

    private static void report(SupportWorld world, Station station, StationService.Report report) {
        world.database.callInNew(() -> {
            world.stationService().report(station, report);
            return null;
        });
    }

    private static StationService.Report installed(
            SupportWorld world, int number, byte[] image, Optional<byte[]> notification) throws IOException {
        return new StationService.Report(
                eid(number),
                DeviceEvent.INSTALLED,
                Optional.of(identifier(image)),
                Optional.of(iccid(number)),
                world.clock.instant(),
                Optional.empty(),
                notification);
    }

    private static byte[] signedResult(TransactionId session, int number) {
        return ProfileInstallationResult.of(
                        ProfileInstallationResultData.of(
                                session,
                                NotificationMetadata.of(
                                        7,
                                        NotificationEvent.NOTIFICATION_INSTALL,
                                        "smdp.salish.example",
                                        Optional.of(iccid(number))),
                                Optional.empty(),
                                new FinalResult.SuccessResult(new byte[16], new byte[] {0x30, 0})),
                        new EcdsaSignature(new byte[64]))
                .encoded();
    }

    private static List<StoryLine> story(SupportWorld world, int number) {
        return world.database.call(() -> world.factoryDevices()
                .story(eid(number), OptionalLong.empty(), 100)
                .items());
    }

    private static JigReading reading(String volt, String ampere) {
        return new JigReading(new BigDecimal(volt), new BigDecimal(ampere));
    }

    @OnEveryDatabase
    void an_image_is_made_as_its_packets_come_and_opens_for_its_device_alone(TestDatabase database) throws IOException {
        SupportWorld world = world(database, 2);
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.IMAGED);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        byte[] image = image(world, station, 1, PROVEN).orElseThrow();
        assertThat(world.opened(image, 1))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(packets(BATCH, 1).get(0).packets());
        assertThatThrownBy(() -> world.opened(image, 2)).isInstanceOf(ProfileImageException.class);
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.SENT);
    }

    @OnEveryDatabase
    void an_image_is_made_when_its_device_becomes_known_behind_the_packets(TestDatabase database) throws IOException {
        SupportWorld world = new SupportWorld(database);
        packets(BATCH, 3).forEach(world::receive);
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.RECEIVED);
        world.registerDevices(2);
        world.makeDueImages();
        assertThat(world.stateOf(2)).isEqualTo(DeliveryState.IMAGED);
        assertThat(world.stateOf(3)).isEqualTo(DeliveryState.RECEIVED);
    }

    @OnEveryDatabase
    void an_image_is_made_anew_for_a_device_whose_key_was_changed(TestDatabase database) throws IOException {
        SupportWorld world = world(database, 2);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        world.register("eid,publicKey,kind,lot\n" + eid(1) + "," + world.publicKey(2) + ",COMMERCIAL,lot-7");
        byte[] image = image(world, station, 1, PROVEN).orElseThrow();
        assertThat(world.opened(image, 2)).hasSize(3);
    }

    @OnEveryDatabase
    void an_image_is_one_stations_alone_for_some_time_and_never_handed_out_after_its_installation(TestDatabase database)
            throws IOException {
        SupportWorld world = world(database, 1);
        Station first = world.registerStation("station 1", BY_KEY_SET);
        Station second = world.registerStation("station 2", BY_KEY_SET);
        byte[] image = image(world, first, 1, PROVEN).orElseThrow();
        assertThat(image(world, first, 1, PROVEN))
                .hasValueSatisfying(again -> assertThat(again).isEqualTo(image));
        assertThatThrownBy(() -> image(world, second, 1, PROVEN))
                .isInstanceOfSatisfying(
                        SupportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WITH_ANOTHER_STATION));
        world.clock.advance(StationServiceBean.LEASE.plus(Duration.ofSeconds(1)));
        assertThat(image(world, second, 1, PROVEN)).isPresent();
        report(world, first, installed(world, 1, image, Optional.empty()));
        assertThat(image(world, first, 1, PROVEN)).isEmpty();
        assertThat(image(world, second, 1, PROVEN)).isEmpty();
    }

    @OnEveryDatabase
    void evidence_is_judged_again_and_nothing_is_handed_out_if_it_is_not_enough(TestDatabase database) {
        SupportWorld world = world(database, 1);
        Station station = world.registerStation("station 1", BY_BOTH);
        List<JigReading> good = List.of(reading("3.31", "0.119"), reading("3.29", "0.121"));
        List<JigReading> tooHigh = List.of(reading("3.31", "0.119"), reading("3.9", "0.121"));
        for (AuthenticationEvidence bad : List.of(
                new AuthenticationEvidence(AuthenticationManner.BOTH, true, tooHigh, false),
                new AuthenticationEvidence(AuthenticationManner.BOTH, true, good.subList(0, 1), false),
                new AuthenticationEvidence(AuthenticationManner.BOTH, false, good, false),
                new AuthenticationEvidence(AuthenticationManner.JIG, false, good, false),
                new AuthenticationEvidence(AuthenticationManner.TEST, false, List.of(), true))) {
            assertThatThrownBy(() -> image(world, station, 1, bad))
                    .isInstanceOfSatisfying(
                            SupportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AUTHENTICATED));
        }
        assertThat(world.refusals).hasSize(5).extracting(AuditEvent::detail).anyMatch(d -> d.contains("3.9 V"));
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.IMAGED);
        assertThat(image(world, station, 1, new AuthenticationEvidence(AuthenticationManner.BOTH, true, good, false)))
                .isPresent();
    }

    @OnEveryDatabase
    void without_authentication_only_test_profiles_are_handed_out(TestDatabase database) {
        SupportWorld world = world(database, 1);
        world.registerDevices(2);
        world.receive(packets(BATCH, 2, ProfileClass.TEST));
        Station station = world.registerStation("desk", BY_TEST);
        AuthenticationEvidence nothing = new AuthenticationEvidence(AuthenticationManner.TEST, false, List.of(), true);
        assertThat(image(world, station, 1, nothing)).isEmpty();
        assertThat(image(world, station, 2, nothing)).isPresent();
        AuthenticationEvidence notInTestMode =
                new AuthenticationEvidence(AuthenticationManner.TEST, false, List.of(), false);
        assertThatThrownBy(() -> image(world, station, 2, notInTestMode)).isInstanceOf(SupportException.class);
    }

    @OnEveryDatabase
    void a_report_moves_the_profile_on_and_is_told_once_to_the_server_that_generated_it(TestDatabase database)
            throws IOException {
        SupportWorld world = world(database, 1);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        byte[] image = image(world, station, 1, PROVEN).orElseThrow();
        TransactionId session = packets(BATCH, 1).get(0).keyIdentifier();
        StationService.Report report = installed(world, 1, image, Optional.of(signedResult(session, 1)));
        report(world, station, report);
        world.clock.advance(Duration.ofMinutes(3));
        report(world, station, installed(world, 1, image, report.notification()));
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.INSTALLED);
        assertThat(story(world, 1)).extracting(StoryLine::event).containsExactly("INSTALLED");
        assertThat(world.sent).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo(LINE);
            assertThat(sent.message().kind()).isEqualTo(LineMessageKind.DEVICE_REPORT);
            DeviceReport told = DeviceReport.decode(sent.message().content());
            assertThat(told.number()).isEqualTo(1);
            assertThat(told.event()).isEqualTo(DeviceEvent.INSTALLED);
            assertThat(told.notification()).isPresent();
        });
    }

    @OnEveryDatabase
    void enabling_and_deleting_a_profile_are_kept_and_told_too(TestDatabase database) throws IOException {
        SupportWorld world = world(database, 1);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        byte[] image = image(world, station, 1, PROVEN).orElseThrow();
        report(world, station, installed(world, 1, image, Optional.empty()));
        for (DeviceEvent event : List.of(DeviceEvent.ENABLED, DeviceEvent.DISABLED, DeviceEvent.DELETED)) {
            report(
                    world,
                    station,
                    new StationService.Report(
                            eid(1),
                            event,
                            Optional.empty(),
                            Optional.of(iccid(1)),
                            world.clock.instant(),
                            Optional.empty(),
                            Optional.empty()));
        }
        assertThat(story(world, 1))
                .extracting(StoryLine::event)
                .containsExactly("INSTALLED", "ENABLED", "DISABLED", "DELETED");
        assertThat(world.sent).hasSize(4);
    }

    @OnEveryDatabase
    void a_report_that_contradicts_what_the_eUICC_signed_is_refused_with_an_audit_line(TestDatabase database)
            throws IOException {
        SupportWorld world = world(database, 2);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        byte[] image = image(world, station, 1, PROVEN).orElseThrow();
        ProfilePackets second = packets(BATCH, 2).get(1);
        for (byte[] foreign : List.of(
                signedResult(second.keyIdentifier(), 1),
                signedResult(packets(BATCH, 1).get(0).keyIdentifier(), 2),
                new byte[] {1, 2, 3})) {
            assertThatThrownBy(() -> report(world, station, installed(world, 1, image, Optional.of(foreign))))
                    .isInstanceOf(SupportException.class);
        }
        assertThatThrownBy(() -> report(world, station, installed(world, 2, image, Optional.empty())))
                .hasMessageContaining("another device");
        assertThat(world.refusals).hasSize(4);
        assertThat(world.sent).isEmpty();
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.SENT);
    }

    @OnEveryDatabase
    void a_station_gets_the_key_set_of_a_device_of_its_lot_and_no_other(TestDatabase database) {
        SupportWorld world = world(database, 1);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        assertThat(database.call(
                        () -> world.stationService().keySet(station, eid(1)).enc()))
                .isEqualTo(SupportWorld.MASTER.diversifiedFor(eid(1).octets()).enc());
        Station ofOtherLot = database.callInNew(
                () -> world.stations().change(station.id(), Optional.of("lot-8"), BY_KEY_SET, true, "console:test"));
        assertThatThrownBy(() -> database.call(() -> world.stationService().keySet(ofOtherLot, eid(1))))
                .hasMessageContaining("lot");
        assertThatThrownBy(() -> database.call(() -> world.stationService().keySet(station, eid(5))))
                .hasMessageContaining("not registered");
        assertThat(world.audit.toString() + world.refusals).doesNotContain("[B@");
    }

    @OnEveryDatabase
    void refused_devices_are_told_in_their_stories(TestDatabase database) {
        SupportWorld world = world(database, 1);
        Station station = world.registerStation("station 1", BY_KEY_SET);
        for (int i = 0; i < 2; i++) {
            database.callInNew(() -> {
                world.stationService()
                        .refused(station, Optional.of(eid(1)), "the device has another key set", world.clock.instant());
                return null;
            });
        }
        assertThat(story(world, 1)).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo("REFUSED");
            assertThat(line.reason()).contains("the device has another key set");
        });
        assertThat(world.sent).isEmpty();
    }
}
