package org.mintline.smdpplus.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mintline.smdpplus.SmDpPlusWorld.NORTHERN;
import static org.mintline.smdpplus.SmDpPlusWorld.PREPAID;
import static org.mintline.smdpplus.SmDpPlusWorld.SOUTHERN;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.BatchReceipt;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.smdpplus.BatchWorld;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.RecordedLine;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class BatchTest {
    /** A world with a lot, and with profiles in stock. */
    private static BatchWorld world(TestDatabase database, int euiccs, int profiles) {
        BatchWorld world = new BatchWorld(database);
        world.createLot(euiccs, 1);
        ProfileType type = world.smDpPlus.addType(PREPAID, Protection.SESSION_KEYS);
        world.smDpPlus.addProfiles(type, profiles);
        return world;
    }

    private static List<ProfilePackets> packets(BatchWorld world) {
        return world.line.messages(LineMessageKind.PROFILE_PACKETS).stream()
                .map(message -> ProfilePackets.decode(message.content()))
                .toList();
    }

    /** That each profile of a batch went out once, without a gap, to an eUICC of its own, and that the manifest tells of them. */
    private static void assertWhole(BatchWorld world, int amount) {
        List<ProfilePackets> packets = packets(world);
        assertThat(packets)
                .extracting(ProfilePackets::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, amount).boxed().toList());
        assertThat(packets).extracting(one -> one.metadata().iccid()).doesNotHaveDuplicates();
        assertThat(packets).extracting(one -> one.metadata().eid()).doesNotHaveDuplicates();
        assertThat(packets).extracting(ProfilePackets::keyIdentifier).doesNotHaveDuplicates();
        assertThat(world.line.messages()).extracting(LineMessage::identifier).doesNotHaveDuplicates();
        DigestOfDigests digest = new DigestOfDigests();
        packets.forEach(one -> digest.add(one.digest()));
        List<LineMessage> manifests = world.line.messages(LineMessageKind.BATCH_MANIFEST);
        assertThat(manifests).hasSize(1);
        assertThat(BatchManifest.decode(manifests.get(0).content()))
                .isEqualTo(new BatchManifest(packets.get(0).batch(), amount, digest.value()));
    }

    private static LineMessage receipt(BatchManifest manifest, int amount) {
        return new LineMessage(
                LineMessageKind.BATCH_RECEIPT,
                manifest.batch() + "/receipt",
                new BatchReceipt(manifest.batch(), amount, manifest.digestOfDigests()).encoded());
    }

    @OnEveryDatabase
    void an_amount_becomes_an_announcement_packets_and_a_manifest(TestDatabase database) {
        BatchWorld world = world(database, 120, 130);
        Batches.Progress ordered = world.order(110, List.of(), List.of());
        assertThat(ordered.state()).isEqualTo(BatchState.ORDERED);
        world.run();

        assertWhole(world, 110);
        assertThat(BatchAnnouncement.decode(world.line.messages().get(0).content()))
                .isEqualTo(new BatchAnnouncement(
                        ordered.batch(),
                        110,
                        "Northern",
                        "smdpplus.mintline.test",
                        PREPAID,
                        ProfileClass.OPERATIONAL,
                        Optional.of(BatchWorld.LOT)));
        Batches.Progress sent = world.progress(ordered);
        assertThat(sent.state()).isEqualTo(BatchState.SENT);
        assertThat(sent.bound()).isEqualTo(110);
        assertThat(world.smDpPlus.stateOf(
                        packets(world).get(0).metadata().iccid().digits()))
                .isEqualTo(ProfileState.DOWNLOADED);
        assertThat(keys(world)).isEqualTo(Map.of(KeyState.FREE, 10L, KeyState.CLAIMED, 110L));
        assertThat(world.batches().items(Optional.of(NORTHERN.id()), ordered.batch(), OptionalInt.of(108), 5))
                .extracting(Batches.Item::number)
                .containsExactly(109, 110);
    }

    @OnEveryDatabase
    void an_operator_sees_its_own_batches_alone(TestDatabase database) {
        BatchWorld world = world(database, 1, 1);
        Batches.Progress ordered = world.order(1, List.of(), List.of());
        Optional<org.mintline.tenancy.OperatorId> other = Optional.of(SOUTHERN.id());
        assertThat(world.batches().find(other, ordered.batch())).isEmpty();
        assertThat(world.batches().list(other, OptionalLong.empty(), 5).items()).isEmpty();
        assertThat(world.batches().cancel(other, ordered.batch(), "test")).isEmpty();
        assertThat(world.batches()
                        .list(Optional.of(NORTHERN.id()), OptionalLong.empty(), 5)
                        .items())
                .extracting(Batches.Progress::batch)
                .containsExactly(ordered.batch());
    }

    @OnEveryDatabase
    void a_list_says_which_profile_is_for_which_eUICC_and_each_bad_line_is_told(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        world.createLot(4, 1);
        ProfileType type = world.smDpPlus.addType(PREPAID, Protection.RANDOM_KEYS);
        List<String> iccids = world.smDpPlus.addProfiles(type, 4);
        Batches.Progress ordered = world.order(
                0,
                List.of(iccids.get(3), iccids.get(2), "8988211999999999999", iccids.get(1)),
                List.of(BatchWorld.eid(1), BatchWorld.eid(9), BatchWorld.eid(2), BatchWorld.eid(0)));
        world.run();

        assertWhole(world, 2);
        assertThat(packets(world))
                .extracting(one -> one.metadata().iccid().digits())
                .containsExactly(iccids.get(3), iccids.get(1));
        assertThat(packets(world))
                .extracting(one -> one.metadata().eid().orElseThrow().digits())
                .containsExactly(BatchWorld.eid(1), BatchWorld.eid(0));
        assertThat(world.progress(ordered).failed()).isEqualTo(2);
        assertThat(world.batches().errors(Optional.empty(), ordered.batch(), OptionalInt.empty(), 10))
                .extracting(Batches.Error::line, Batches.Error::reason)
                .containsExactly(
                        tuple(OptionalInt.of(2), "the lot has no free key of this eUICC"),
                        tuple(OptionalInt.of(3), "there is no such profile"));
    }

    @OnEveryDatabase
    void a_list_of_one_kind_takes_the_other_from_lot_or_stock(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        world.createLot(3, 1);
        ProfileType type = world.smDpPlus.addType(PREPAID, Protection.SESSION_KEYS);
        List<String> iccids = world.smDpPlus.addProfiles(type, 3);
        world.order(0, List.of(iccids.get(2)), List.of());
        world.run();
        world.order(0, List.of(), List.of(BatchWorld.eid(2), BatchWorld.eid(1)));
        world.run();
        assertThat(packets(world))
                .extracting(one -> one.metadata().eid().orElseThrow().digits())
                .containsExactly(BatchWorld.eid(0), BatchWorld.eid(2), BatchWorld.eid(1));
        assertThat(packets(world))
                .extracting(one -> one.metadata().iccid().digits())
                .containsExactly(iccids.get(2), iccids.get(0), iccids.get(1));
    }

    @OnEveryDatabase
    void an_order_that_cannot_be_meant_is_refused(TestDatabase database) {
        BatchWorld world = world(database, 1, 1);
        String eid = BatchWorld.eid(0);
        for (Runnable refused : List.<Runnable>of(
                () -> world.order(0, List.of(), List.of()),
                () -> world.order(Batches.MOST + 1, List.of(), List.of()),
                () -> world.order(2, List.of(), List.of(eid)),
                () -> world.order(0, List.of(), List.of(eid, eid)),
                () -> world.order(0, List.of("1"), List.of()),
                () -> world.order(0, List.of("8988211999999999999", "8988211999999999998"), List.of(eid)),
                () -> world.batches().order(order("other", BatchWorld.LOT, RecordedLine.NAME)),
                () -> world.batches().order(order(PREPAID, "other", RecordedLine.NAME)),
                () -> world.batches().order(order(PREPAID, BatchWorld.LOT, "other")))) {
            assertThatThrownBy(refused::run).isInstanceOf(Batches.RefusedException.class);
        }
        assertThat(world.batches()
                        .list(Optional.empty(), OptionalLong.empty(), 5)
                        .items())
                .isEmpty();
    }

    private static Batches.Order order(String type, String lot, String line) {
        return new Batches.Order(
                NORTHERN.id(), type, 1, List.of(), List.of(), lot, Optional.ofNullable(line), "administration:test");
    }

    @OnEveryDatabase
    void the_destinations_of_the_operator_decide_the_line(TestDatabase database) {
        BatchWorld world = world(database, 1, 1);
        assertThatThrownBy(() -> world.batches().order(order(PREPAID, BatchWorld.LOT, null)))
                .isInstanceOf(Batches.RefusedException.class);
        Batches.Destination any = new Batches.Destination(Optional.empty(), RecordedLine.NAME);
        assertThat(world.batches().replaceDestinations(NORTHERN.id(), List.of(any), "test"))
                .containsExactly(any);
        assertThat(world.batches().order(order(PREPAID, BatchWorld.LOT, null)).line())
                .isEqualTo(RecordedLine.NAME);
        assertThatThrownBy(() -> world.batches()
                        .replaceDestinations(
                                NORTHERN.id(), List.of(new Batches.Destination(Optional.empty(), "other")), "test"))
                .isInstanceOf(Batches.RefusedException.class);
    }

    @OnEveryDatabase
    void an_eUICC_that_does_not_take_the_type_is_passed_over(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        long lot = world.createLot();
        world.receive(
                lot,
                List.of(BatchWorld.preloaded(0, 1, Set.of(UiccCapability.USIM_SUPPORT)), BatchWorld.preloaded(1, 1)));
        world.smDpPlus.addProfiles(world.smDpPlus.addType(PREPAID, Protection.SESSION_KEYS), 2);
        Batches.Progress ordered = world.order(1, List.of(), List.of());
        world.run();
        assertWhole(world, 1);
        assertThat(packets(world).get(0).metadata().eid().orElseThrow().digits())
                .isEqualTo(BatchWorld.eid(1));
        assertThat(world.batches().errors(Optional.empty(), ordered.batch(), OptionalInt.empty(), 10))
                .extracting(Batches.Error::eid)
                .containsExactly(Optional.of(BatchWorld.eid(0)));
        assertThat(world.progress(ordered).failed()).isZero();
    }

    @OnEveryDatabase
    void a_batch_that_runs_out_of_profiles_or_eUICCs_waits_and_goes_on_when_it_is_told_to(TestDatabase database) {
        BatchWorld world = new BatchWorld(database);
        world.createLot(2, 1);
        ProfileType type = world.smDpPlus.addType(PREPAID, Protection.SESSION_KEYS);
        world.smDpPlus.addProfiles(type, 1);
        Batches.Progress ordered = world.order(3, List.of(), List.of());
        world.run();
        assertThat(world.progress(ordered).state()).isEqualTo(BatchState.PAUSED);
        assertThat(world.progress(ordered).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("no further profile"));

        world.smDpPlus.addProfiles(type, 5, 1);
        world.batches().resume(Optional.of(NORTHERN.id()), ordered.batch(), "test");
        world.run();
        assertThat(world.progress(ordered).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("no further eUICC"));

        world.receive(lot(world), List.of(BatchWorld.preloaded(2, 1)));
        world.batches().resume(Optional.of(NORTHERN.id()), ordered.batch(), "test");
        world.run();
        assertWhole(world, 3);
        assertThatThrownBy(() -> world.batches().resume(Optional.empty(), ordered.batch(), "test"))
                .isInstanceOf(Batches.WrongStateException.class);
    }

    @OnEveryDatabase
    void a_batch_waits_for_room_on_its_line(TestDatabase database) {
        BatchWorld world = world(database, 20, 20);
        world.line.setCapacity(8);
        Batches.Progress ordered = world.order(20, List.of(), List.of());
        world.run();
        assertThat(world.progress(ordered).bound()).isEqualTo(7);
        assertThat(world.progress(ordered).state()).isEqualTo(BatchState.RUNNING);
        world.line.leave(5);
        world.run();
        assertThat(world.progress(ordered).bound()).isEqualTo(12);
        world.line.setCapacity(100);
        world.run();
        assertWhole(world, 20);
    }

    @OnEveryDatabase
    void a_batch_goes_on_where_it_was_when_its_node_died(TestDatabase database) {
        BatchWorld world = world(database, 230, 230);
        Batches.Progress ordered = world.order(230, List.of(), List.of());
        for (int survived = 1; survived < 4; survived++) {
            AtomicInteger left = new AtomicInteger(survived);
            assertThatThrownBy(() ->
                            world.run(world.transactions(dying(database, left))).run())
                    .hasMessage("the node dies");
            world.run();
            assertThat(world.progress(ordered).state()).isEqualTo(BatchState.RUNNING);
            world.smDpPlus.pass(Duration.ofMinutes(2));
        }
        assertThat(world.progress(ordered).bound()).isBetween(1, 229);
        world.run();
        assertWhole(world, 230);
        assertThat(keys(world)).isEqualTo(Map.of(KeyState.CLAIMED, 230L));
    }

    /** Does the work of the last transaction, and does not commit it. */
    private static BatchWorld.Carrier dying(TestDatabase database, AtomicInteger left) {
        return new BatchWorld.Carrier() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.callInNew(() -> {
                    T result = work.get();
                    if (left.getAndDecrement() <= 0) {
                        throw new IllegalStateException("the node dies");
                    }
                    return result;
                });
            }
        };
    }

    @OnEveryDatabase
    void two_nodes_give_no_key_and_no_profile_twice(TestDatabase database) throws Exception {
        BatchWorld world = world(database, 240, 240);
        Batches.Progress first = world.order(120, List.of(), List.of());
        Batches.Progress second = world.order(120, List.of(), List.of());
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = List.of(nodes.submit((Runnable) world::run), nodes.submit((Runnable) world::run));
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(List.of(world.progress(first), world.progress(second)))
                .extracting(Batches.Progress::state)
                .containsOnly(BatchState.SENT);
        List<ProfilePackets> packets = packets(world);
        assertThat(packets).hasSize(240);
        assertThat(packets).extracting(one -> one.metadata().iccid()).doesNotHaveDuplicates();
        assertThat(packets).extracting(ProfilePackets::keyIdentifier).doesNotHaveDuplicates();
        assertThat(keys(world)).isEqualTo(Map.of(KeyState.CLAIMED, 240L));
    }

    @OnEveryDatabase
    void what_has_not_left_comes_back_from_a_cancelled_batch(TestDatabase database) {
        BatchWorld world = world(database, 150, 150);
        Batches.Progress ordered = world.order(150, List.of(), List.of());
        world.run();
        world.line.leave(31);
        world.batches().cancel(Optional.of(NORTHERN.id()), ordered.batch(), "test");
        world.run();
        assertThat(world.progress(ordered).state()).isEqualTo(BatchState.CANCELLED);
        assertThat(world.progress(ordered).withdrawn()).isEqualTo(120);
        assertThat(packets(world))
                .extracting(ProfilePackets::number)
                .hasSize(30)
                .endsWith(30);
        assertThat(world.line.messages(LineMessageKind.BATCH_CANCELLATION)).hasSize(1);
        assertThat(keys(world)).isEqualTo(Map.of(KeyState.FREE, 120L, KeyState.CLAIMED, 30L));
        assertThat(world.smDpPlus.stateOf(
                        packets(world).get(29).metadata().iccid().digits()))
                .isEqualTo(ProfileState.DOWNLOADED);
        assertThat(world.smDpPlus.audited())
                .anySatisfy(line -> assertThat(line.detail()).contains("120 of 150 profiles never left"));

        Batches.Progress again = world.order(120, List.of(), List.of());
        world.run();
        assertThat(world.progress(again).bound()).isEqualTo(120);
        assertThat(packets(world)).extracting(one -> one.metadata().iccid()).doesNotHaveDuplicates();
    }

    @OnEveryDatabase
    void a_batch_that_nobody_began_is_cancelled_without_a_trace_on_the_line(TestDatabase database) {
        BatchWorld world = world(database, 1, 1);
        Batches.Progress ordered = world.order(1, List.of(), List.of());
        world.batches().cancel(Optional.empty(), ordered.batch(), "test");
        world.run();
        assertThat(world.line.messages()).isEmpty();
        assertThat(world.progress(ordered).state()).isEqualTo(BatchState.CANCELLED);
    }

    @OnEveryDatabase
    void the_receipt_of_the_other_end_is_compared(TestDatabase database) {
        BatchWorld world = world(database, 3, 3);
        Batches.Progress ordered = world.order(3, List.of(), List.of());
        world.run();
        BatchManifest manifest = BatchManifest.decode(
                world.line.messages(LineMessageKind.BATCH_MANIFEST).get(0).content());
        world.receiver().receive(RecordedLine.NAME, receipt(manifest, 2));
        assertThat(world.progress(ordered).state()).isEqualTo(BatchState.SENT);
        assertThat(world.progress(ordered).problem()).isPresent();

        for (LineMessage message : Collections.nCopies(2, receipt(manifest, 3))) {
            world.receiver().receive(RecordedLine.NAME, message);
            assertThat(world.progress(ordered).state()).isEqualTo(BatchState.RECEIVED);
            assertThat(world.progress(ordered).problem()).isEmpty();
        }
    }

    private static long lot(BatchWorld world) {
        return world.lots()
                .list(Optional.empty(), OptionalLong.empty(), 1)
                .items()
                .get(0)
                .id();
    }

    private static Map<KeyState, Long> keys(BatchWorld world) {
        return world.lots().find(Optional.empty(), lot(world)).orElseThrow().keys();
    }
}
