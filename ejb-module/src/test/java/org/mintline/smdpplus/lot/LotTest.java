package org.mintline.smdpplus.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.smdpplus.BatchWorld;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class LotTest {
    @OnEveryDatabase
    void a_file_that_comes_twice_changes_nothing_the_second_time(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot();
        List<PreloadedKeys> exports = IntStream.range(0, LotImport.CHUNK + 3)
                .mapToObj(index -> BatchWorld.preloaded(index, 2))
                .toList();

        assertThat(world.receive(lot, exports)).isEqualTo(received(103, 206, 0));
        assertThat(world.receive(lot, exports)).isEqualTo(received(103, 0, 0));

        EuiccLots.Detail detail =
                world.lots().find(Optional.of(NORTHERN.id()), lot).orElseThrow();
        assertThat(detail.euiccs()).isEqualTo(103);
        assertThat(detail.keys()).isEqualTo(Map.of(KeyState.FREE, 206L));
        assertThat(world.lots().find(Optional.of(SOUTHERN.id()), lot)).isEmpty();
        assertThat(world.lots()
                        .list(Optional.of(SOUTHERN.id()), OptionalLong.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(world.lots()
                        .list(Optional.of(NORTHERN.id()), OptionalLong.empty(), 10)
                        .items())
                .extracting(EuiccLots.Lot::name)
                .containsExactly(BatchWorld.LOT);
        assertThat(world.lots()
                        .keys(Optional.empty(), lot, OptionalLong.empty(), 3)
                        .items())
                .extracting(EuiccLots.Key::eid)
                .containsExactly(BatchWorld.eid(0), BatchWorld.eid(0), BatchWorld.eid(1));
    }

    @OnEveryDatabase
    void an_eUICC_that_comes_again_with_further_keys_gets_these_alone(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot();
        world.receive(lot, List.of(BatchWorld.preloaded(0, 2)));
        assertThat(world.receive(lot, List.of(BatchWorld.preloaded(0, 3)))).isEqualTo(received(1, 3, 0));
    }

    @OnEveryDatabase
    void each_bad_eUICC_is_told_and_no_good_one_is_lost(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot();
        byte[] altered = BatchWorld.preloaded(1, 1).encoded();
        altered[altered.length / 8] ^= 1;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(BatchWorld.preloaded(0, 1).encoded());
        file.writeBytes(altered);
        file.writeBytes(withSignatureOf(BatchWorld.preloaded(2, 1), BatchWorld.preloaded(3, 1))
                .encoded());
        file.writeBytes(foreign().encoded());
        file.writeBytes(BatchWorld.preloaded(4, 1).encoded());
        file.writeBytes(Arrays.copyOf(BatchWorld.preloaded(5, 1).encoded(), 200));

        EuiccLots.Received received = world.receive(lot, file.toByteArray());

        assertThat(received.euiccs()).isEqualTo(2);
        assertThat(received.rejected()).isEqualTo(4);
        assertThat(received.bad()).extracting(EuiccLots.BadEuicc::number).containsExactly(2L, 3L, 4L, 6L);
        assertThat(received.bad().get(1).reason()).contains("WRONG_SIGNATURE");
    }

    @OnEveryDatabase
    void an_eUICC_is_in_one_lot_only(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long first = world.createLot(1, 1);
        long second = world.lots()
                .create("lot-2", Set.of(NORTHERN.id()), Instant.parse("2030-01-01T00:00:00Z"), "test")
                .id();
        assertThat(world.receive(second, List.of(BatchWorld.preloaded(0, 1))).bad())
                .extracting(EuiccLots.BadEuicc::reason)
                .containsExactly("the eUICC is in another lot, number " + first);
    }

    @OnEveryDatabase
    void a_lot_has_a_name_of_its_own_an_operator_and_time(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        world.createLot();
        Instant later = Instant.parse("2030-01-01T00:00:00Z");
        for (Runnable refused : List.<Runnable>of(
                () -> world.lots().create(BatchWorld.LOT, Set.of(NORTHERN.id()), later, "test"),
                () -> world.lots().create(" ", Set.of(NORTHERN.id()), later, "test"),
                () -> world.lots().create("a", Set.of(), later, "test"),
                () -> world.lots().create("b", Set.of(NORTHERN.id()), Instant.EPOCH, "test"),
                () -> world.receive(4711, List.of()))) {
            assertThatThrownBy(refused::run).isInstanceOf(EuiccLots.RefusedException.class);
        }
    }

    @OnEveryDatabase
    void keys_expire_with_their_lot(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot(3, 2);
        world.expireKeys();
        assertThat(keys(world, lot)).isEqualTo(Map.of(KeyState.FREE, 6L));
        world.smDpPlus.pass(Duration.ofDays(31));
        world.expireKeys();
        world.expireKeys();
        assertThat(keys(world, lot)).isEqualTo(Map.of(KeyState.EXPIRED, 6L));
    }

    @OnEveryDatabase
    void the_proof_of_an_eUICC_deletes_its_own_keys_alone(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot();
        PreloadedKeys own = BatchWorld.preloaded(0, 2);
        PreloadedKeys others = BatchWorld.preloaded(1, 2);
        world.receive(lot, List.of(own, others));
        byte[] proof = BatchWorld.deleted(
                        0,
                        List.of(
                                own.signed().keys().get(1).keyIdentifier(),
                                others.signed().keys().get(0).keyIdentifier()))
                .encoded();

        assertThat(world.lots().deleted(proof, "test"))
                .isEqualTo(new EuiccLots.Deleted(BatchWorld.eid(0), 1, List.of()));
        assertThat(world.lots().deleted(proof, "test").deleted()).isZero();
        assertThat(keys(world, lot)).isEqualTo(Map.of(KeyState.FREE, 3L, KeyState.DELETED, 1L));
    }

    @OnEveryDatabase
    void a_forged_proof_is_refused_with_an_audit_line(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot();
        PreloadedKeys own = BatchWorld.preloaded(0, 1);
        world.receive(lot, List.of(own));
        byte[] proof = BatchWorld.deleted(0, List.of(own.signed().keys().get(0).keyIdentifier()))
                .encoded();
        byte[] identifier = own.signed().keys().get(0).keyIdentifier().octets();
        int at = new String(proof, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(new String(identifier, java.nio.charset.StandardCharsets.ISO_8859_1));
        proof[at] ^= 1;

        assertThatThrownBy(() -> world.lots().deleted(proof, "test")).isInstanceOf(EuiccLots.RefusedException.class);
        assertThat(world.smDpPlus.refusals()).hasSize(1);
        assertThat(keys(world, lot)).isEqualTo(Map.of(KeyState.FREE, 1L));
    }

    private static Map<KeyState, Long> keys(BatchWorld world, long lot) {
        return world.lots().find(Optional.empty(), lot).orElseThrow().keys();
    }

    private static EuiccLots.Received received(long euiccs, long newKeys, long rejected) {
        return new EuiccLots.Received(euiccs, newKeys, rejected, List.of());
    }

    private static PreloadedKeys withSignatureOf(PreloadedKeys one, PreloadedKeys other) {
        return new PreloadedKeys(one.signed(), other.euiccSignature(), one.euiccCertificate(), one.eumCertificate());
    }

    /** Of an eUICC whose certificate issuer nobody here trusts. */
    private static PreloadedKeys foreign() {
        var pki = TestPki.create(
                        Cryptography.system(),
                        new TestPki.Parameters(
                                "smdpplus.mintline.test",
                                "2.999.10",
                                Set.of(EllipticCurve.NIST_P256),
                                "89049032",
                                1,
                                "Other",
                                Instant.parse("2027-01-01T00:00:00Z")))
                .byCurve()
                .get(EllipticCurve.NIST_P256);
        PreloadedKeys own = BatchWorld.preloaded(0, 1);
        return new PreloadedKeys(
                own.signed(),
                own.euiccSignature(),
                pki.euiccs().get(0).rspCertificate().encoded(),
                pki.eum().rspCertificate().encoded());
    }
}
