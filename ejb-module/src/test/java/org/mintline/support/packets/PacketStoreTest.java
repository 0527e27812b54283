package org.mintline.support.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.support.SupportWorld.BATCH;
import static org.mintline.support.SupportWorld.LOT;
import static org.mintline.support.SupportWorld.eid;
import static org.mintline.support.SupportWorld.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore;
import org.mintline.support.PacketStore.Filter;
import org.mintline.support.PacketStore.LotPage;
import org.mintline.support.PacketStore.StoredProfile;
import org.mintline.support.SupportException;
import org.mintline.support.SupportWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class PacketStoreTest {
    private static final BatchId EARLIER = BatchId.of("00000000000000000000000000000001");

    private static SupportWorld worldWith(TestDatabase database, BatchId batch, int amount) {
        SupportWorld world = new SupportWorld(database);
        receive(world, batch, amount);
        return world;
    }

    private static void receive(SupportWorld world, BatchId batch, int amount) {
        List<ProfilePackets> packets = packets(batch, amount);
        world.announce(batch, amount);
        packets.forEach(world::receive);
        world.end(batch, packets);
    }

    @OnEveryDatabase
    void packets_are_found_and_are_those_that_came(TestDatabase database) {
        SupportWorld world = worldWith(database, BATCH, 3);
        PacketStore store = world.store();
        database.run(() -> {
            StoredProfile found = store.list(Filter.of(eid(2)), OptionalLong.empty(), 10)
                    .items()
                    .get(0);
            assertThat(found.state()).isEqualTo(DeliveryState.RECEIVED);
            assertThat(store.packets(found.id()).orElseThrow().encoded())
                    .isEqualTo(packets(BATCH, 3).get(1).encoded());
            PacketStore.Page<StoredProfile> first = store.list(Filter.of(BATCH), OptionalLong.empty(), 2);
            assertThat(first.items()).hasSize(2);
            assertThat(store.list(Filter.of(BATCH), first.next(), 2).items()).hasSize(1);
            assertThat(store.list(Filter.ALL, OptionalLong.empty(), 10).items()).hasSize(3);
        });
    }

    @OnEveryDatabase
    void a_lot_is_gone_through_in_an_order_that_stays(TestDatabase database) {
        SupportWorld world = worldWith(database, BATCH, 5);
        receive(world, EARLIER, 4);
        List<StoredProfile> seen = new ArrayList<>();
        database.run(() -> {
            Optional<PacketStore.LotPosition> position = Optional.empty();
            do {
                LotPage page = world.store().listLot(LOT, Optional.empty(), position, 2);
                seen.addAll(page.profiles());
                position = page.next();
            } while (position.isPresent());
        });
        assertThat(seen).extracting(StoredProfile::number).containsExactly(1, 2, 3, 4, 1, 2, 3, 4, 5);
        assertThat(seen.get(0).batch()).isEqualTo(EARLIER);
    }

    @OnEveryDatabase
    void what_a_consumer_has_fetched_is_left_out_for_it_alone(TestDatabase database) {
        SupportWorld world = worldWith(database, BATCH, 3);
        PacketStore store = world.store();
        database.run(() -> {
            long first = store.find(BATCH, 1).orElseThrow().id();
            store.markFetched("aggregator", List.of(first));
            store.markFetched("aggregator", List.of(first));
        });
        database.run(() -> {
            assertThat(store.listLot(LOT, Optional.of("aggregator"), Optional.empty(), 10)
                            .profiles())
                    .extracting(StoredProfile::number)
                    .containsExactly(2, 3);
            assertThat(store.listLot(LOT, Optional.of("other"), Optional.empty(), 10)
                            .profiles())
                    .hasSize(3);
        });
    }

    @OnEveryDatabase
    void a_repeated_event_changes_nothing_and_what_is_installed_is_never_handed_out_again(TestDatabase database) {
        SupportWorld world = worldWith(database, BATCH, 1);
        PacketStore store = world.store();
        long id = database.call(() -> store.find(BATCH, 1).orElseThrow().id());
        assertThat(database.call(() -> store.happened(id, DeliveryEvent.HAND_OUT, "station:1")))
                .isTrue();
        assertThat(database.call(() -> store.happened(id, DeliveryEvent.INSTALL, "station:1")))
                .isTrue();
        assertThat(database.call(() -> store.happened(id, DeliveryEvent.INSTALL, "station:1")))
                .isFalse();
        assertThatThrownBy(() -> database.call(() -> store.happened(id, DeliveryEvent.HAND_OUT, "station:2")))
                .isInstanceOf(SupportException.class);
        assertThat(database.call(() -> store.find(id).orElseThrow().state())).isEqualTo(DeliveryState.INSTALLED);
    }
}
