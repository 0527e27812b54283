package org.mintline.smdpplus.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.PREPAID;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineMessageRefusedException;
import org.mintline.rsp.apdu.ApduChannel;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.smdpplus.BatchWorld;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.RecordedLine;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class DeviceReportTest {
    private static final FinalResult SUCCESS = new FinalResult.SuccessResult(new byte[16], new byte[2]);
    private static final Instant NOON = Instant.parse("2027-01-10T12:00:00Z");

    /** A batch of some profiles that are on their way. */
    private static final class Sent {
        final BatchWorld world;
        final Batches.Progress batch;
        final List<ProfilePackets> packets;

        Sent(TestDatabase database, int amount) {
            this(worldOf(database, amount), amount);
        }

        Sent(BatchWorld world, int amount) {
            this.world = world;
            batch = world.order(amount, List.of(), List.of());
            world.run();
            packets = world.line.messages(LineMessageKind.PROFILE_PACKETS).stream()
                    .map(message -> ProfilePackets.decode(message.content()))
                    .toList();
        }

        private static BatchWorld worldOf(TestDatabase database, int amount) {
            BatchWorld world = new BatchWorld(database);
            world.createLot(amount, 1);
            world.smDpPlus.addProfiles(world.smDpPlus.addType(PREPAID, Protection.SESSION_KEYS), amount);
            return world;
        }

        DeviceReport report(int number, DeviceEvent event, Optional<byte[]> notification) {
            ProfilePackets one = packets.get(number - 1);
            return new DeviceReport(
                    one.batch(),
                    number,
                    one.metadata().eid().orElseThrow(),
                    one.metadata().iccid(),
                    event,
                    NOON,
                    "station 1",
                    Optional.empty(),
                    notification);
        }

        ProfileInstallationResult result(int number, int signer, FinalResult result) {
            ProfilePackets one = packets.get(number - 1);
            return BatchWorld.result(signer, one.keyIdentifier(), one.metadata().iccid(), 1, result);
        }

        void receive(DeviceReport report) {
            world.receiver()
                    .receive(
                            RecordedLine.NAME,
                            new LineMessage(LineMessageKind.DEVICE_REPORT, "report", report.encoded()));
        }

        String iccid(int number) {
            return packets.get(number - 1).metadata().iccid().digits();
        }

        Map<KeyState, Long> keys() {
            long lot = world.lots()
                    .list(Optional.empty(), OptionalLong.empty(), 1)
                    .items()
                    .get(0)
                    .id();
            return world.lots().find(Optional.empty(), lot).orElseThrow().keys();
        }
    }

    @OnEveryDatabase
    void the_result_that_the_eUICC_signed_installs_the_profile_once(TestDatabase database) {
        Sent sent = new Sent(database, 2);
        DeviceReport report = sent.report(
                1, DeviceEvent.INSTALLED, Optional.of(sent.result(1, 0, SUCCESS).encoded()));
        sent.receive(report);
        sent.receive(report);

        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(1))).isEqualTo(ProfileState.INSTALLED);
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(2))).isEqualTo(ProfileState.DOWNLOADED);
        assertThat(sent.keys()).isEqualTo(Map.of(KeyState.USED, 1L, KeyState.CLAIMED, 1L));
        assertThat(sent.world.smDpPlus.told()).hasSize(1);
        assertThat(sent.world.smDpPlus.told().get(0))
                .contains(sent.iccid(1))
                .contains("\"notificationPointId\":4")
                .contains("Executed-Success");
        assertThat(sent.world.progress(sent.batch).installed()).isEqualTo(1);
        assertThat(sent.world.batches().reports(Optional.of(NORTHERN.id()), sent.iccid(1)))
                .extracting(Batches.Report::event, Batches.Report::signed)
                .containsExactly(tuple(DeviceEvent.INSTALLED, true));
    }

    @OnEveryDatabase
    void a_forged_result_is_refused_with_an_audit_line(TestDatabase database) {
        Sent sent = new Sent(database, 2);
        byte[] ofAnotherSigner = sent.result(1, 1, SUCCESS).encoded();
        byte[] ofAnotherProfile = sent.result(2, 1, SUCCESS).encoded();
        for (byte[] forged : List.of(ofAnotherSigner, ofAnotherProfile, new byte[] {0x30, 0})) {
            assertThatThrownBy(() -> sent.receive(sent.report(1, DeviceEvent.INSTALLED, Optional.of(forged))))
                    .isInstanceOf(LineMessageRefusedException.class);
        }
        assertThat(sent.world.smDpPlus.refusals()).hasSize(3);
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(1))).isEqualTo(ProfileState.DOWNLOADED);
        assertThat(sent.keys()).isEqualTo(Map.of(KeyState.CLAIMED, 2L));
        assertThat(sent.world.batches().reports(Optional.empty(), sent.iccid(1)))
                .isEmpty();
    }

    @OnEveryDatabase
    void a_report_of_what_never_went_out_is_refused(TestDatabase database) {
        Sent sent = new Sent(database, 2);
        DeviceReport good = sent.report(1, DeviceEvent.ENABLED, Optional.empty());
        DeviceReport otherNumber = sent.report(2, DeviceEvent.ENABLED, Optional.empty());
        for (DeviceReport refused : List.of(
                with(good, new BatchId(new byte[16]), 1),
                with(good, good.batch(), 2),
                with(otherNumber, good.batch(), 7))) {
            assertThatThrownBy(() -> sent.receive(refused)).isInstanceOf(LineMessageRefusedException.class);
        }
        assertThatThrownBy(() -> sent.world
                        .receiver()
                        .receive("other", new LineMessage(LineMessageKind.DEVICE_REPORT, "report", good.encoded())))
                .isInstanceOf(LineMessageRefusedException.class);
    }

    private static DeviceReport with(DeviceReport report, BatchId batch, int number) {
        return new DeviceReport(
                batch,
                number,
                report.eid(),
                report.iccid(),
                report.event(),
                report.at(),
                report.station(),
                report.reason(),
                report.notification());
    }

    @OnEveryDatabase
    void a_failure_for_good_ends_order_and_key_and_another_attempt_may_follow_a_temporary_one(TestDatabase database) {
        Sent sent = new Sent(database, 2);
        FinalResult forGood = new FinalResult.ErrorResult(
                BppCommandId.LOAD_PROFILE_ELEMENTS, ErrorReason.SCP03T_SECURITY_ERROR, Optional.empty());
        FinalResult temporary = new FinalResult.ErrorResult(
                BppCommandId.LOAD_PROFILE_ELEMENTS, ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION, Optional.empty());
        sent.receive(sent.report(
                1,
                DeviceEvent.INSTALLATION_FAILED,
                Optional.of(sent.result(1, 0, forGood).encoded())));
        sent.receive(sent.report(
                2,
                DeviceEvent.INSTALLATION_FAILED,
                Optional.of(sent.result(2, 1, temporary).encoded())));
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(1))).isEqualTo(ProfileState.ERROR);
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(2))).isEqualTo(ProfileState.DOWNLOADED);
        assertThat(sent.keys()).isEqualTo(Map.of(KeyState.USED, 1L, KeyState.CLAIMED, 1L));
        assertThat(sent.world.progress(sent.batch).failedAtDevices()).isEqualTo(2);

        byte[] later = BatchWorld.result(
                        1,
                        sent.packets.get(1).keyIdentifier(),
                        sent.packets.get(1).metadata().iccid(),
                        2,
                        SUCCESS)
                .encoded();
        sent.receive(sent.report(2, DeviceEvent.INSTALLED, Optional.of(later)));
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(2))).isEqualTo(ProfileState.INSTALLED);
        assertThat(sent.world.progress(sent.batch).installed()).isEqualTo(1);
    }

    @OnEveryDatabase
    void the_word_of_a_station_alone_is_kept_and_changes_no_profile(TestDatabase database) {
        Sent sent = new Sent(database, 1);
        sent.receive(sent.report(1, DeviceEvent.INSTALLED, Optional.empty()));
        sent.receive(sent.report(1, DeviceEvent.DELETED, Optional.empty()));
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(1))).isEqualTo(ProfileState.DOWNLOADED);
        assertThat(sent.world.batches().reports(Optional.empty(), sent.iccid(1)))
                .extracting(Batches.Report::event)
                .containsExactlyInAnyOrder(DeviceEvent.INSTALLED, DeviceEvent.DELETED);
    }

    @OnEveryDatabase
    void a_profile_of_an_expired_key_is_held_until_the_eUICC_proves_that_the_key_is_gone(TestDatabase database) {
        Sent sent = new Sent(database, 2);
        sent.world.smDpPlus.pass(Duration.ofDays(31));
        sent.world.expireKeys();
        assertThat(sent.keys()).isEqualTo(Map.of(KeyState.EXPIRED, 2L));
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(1))).isEqualTo(ProfileState.DOWNLOADED);

        byte[] proof = BatchWorld.deleted(0, List.of(sent.packets.get(0).keyIdentifier()))
                .encoded();
        assertThat(sent.world.lots().deleted(proof, "test").backInStock()).containsExactly(sent.iccid(1));
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(1))).isEqualTo(ProfileState.AVAILABLE);
        assertThat(sent.world.batches().items(Optional.empty(), sent.batch.batch(), OptionalInt.empty(), 10))
                .extracting(Batches.Item::state)
                .containsExactly(BatchItemState.KEY_DELETED, BatchItemState.BOUND);

        sent.receive(sent.report(
                2, DeviceEvent.INSTALLED, Optional.of(sent.result(2, 1, SUCCESS).encoded())));
        assertThat(sent.world.smDpPlus.stateOf(sent.iccid(2))).isEqualTo(ProfileState.INSTALLED);
        assertThat(sent.keys()).isEqualTo(Map.of(KeyState.DELETED, 1L, KeyState.USED, 1L));
    }

    @OnEveryDatabase
    void the_packets_install_the_profile_on_the_software_eUICC(TestDatabase database) {
        SmDpPlusWorld smDpPlus = new SmDpPlusWorld(database);
        BatchWorld world = new BatchWorld(database, smDpPlus, smDpPlus.personalisation());
        Iccid iccid = Iccid.withCheckDigit("898821100000000004");
        smDpPlus.createType(new ProfileTypes.NewProfileType(
                PREPAID,
                "",
                SourceFormat.TEMPLATE,
                DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8),
                StoreMetadataRequest.of(iccid, "Northern", "Northern 5G"),
                Protection.RANDOM_KEYS,
                Optional.of(0)));
        smDpPlus.addProfile(
                PREPAID,
                iccid,
                Map.of(
                        "imsi", "001010000000001",
                        "ki", "00112233445566778899aabbccddeeff",
                        "opc", "ffeeddccbbaa99887766554433221100"));
        Euicc card = card(smDpPlus);
        long lot = world.createLot();
        world.receive(
                lot, List.of(card.preload(2, card.configuration().credentials().get(0))));
        Sent sent = new Sent(world, 1);

        byte[] result = install(card, sent.packets.get(0));
        sent.receive(sent.report(1, DeviceEvent.INSTALLED, Optional.of(result)));

        assertThat(card.state().profiles()).hasSize(1);
        assertThat(smDpPlus.stateOf(iccid.digits())).isEqualTo(ProfileState.INSTALLED);
        assertThat(sent.keys()).isEqualTo(Map.of(KeyState.USED, 1L, KeyState.FREE, 1L));
    }

    private static Euicc card(SmDpPlusWorld smDpPlus) {
        KeyAndCertificate own = BatchWorld.PKI.euiccs().get(0);
        EuiccCredentials credentials = new EuiccCredentials(
                new SubjectKeyIdentifier(BatchWorld.PKI
                        .certificateIssuer()
                        .rspCertificate()
                        .subjectKeyIdentifier()
                        .orElseThrow()),
                Cryptography.system().adopt(own.privateKey()),
                own.rspCertificate().encoded(),
                BatchWorld.PKI.eum().rspCertificate().encoded());
        EuiccConfiguration configuration = EuiccConfiguration.of(
                new Eid(BatchWorld.eid(0)),
                List.of(BatchWorld.PKI.certificateIssuer().rspCertificate()),
                List.of(credentials));
        return new Euicc(configuration, Cryptography.system(), smDpPlus.clock(), new Memory());
    }

    private static byte[] install(Euicc card, ProfilePackets packets) {
        ApduChannel channel = new ApduChannel(card::transmit, 0);
        assertThat(channel.select(Commands.isdrAid()).isOk()).isTrue();
        Iterator<byte[]> commands = packets.packets().iterator();
        nextAnswer(channel, commands);
        return nextAnswer(channel, commands);
    }

    private static byte[] nextAnswer(ApduChannel channel, Iterator<byte[]> commands) {
        while (commands.hasNext()) {
            byte[] answer =
                    channel.transmit(CommandApdu.decode(commands.next())).data();
            if (answer.length > 0) {
                return answer;
            }
        }
        throw new AssertionError("the card does not answer");
    }

    private static final class Memory implements StateStore {
        private byte[] image;

        @Override
        public void save(byte[] next) {
            image = next;
        }

        @Override
        public Optional<byte[]> load() {
            return Optional.ofNullable(image);
        }
    }
}
