package org.mintline.support.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mintline.support.SupportWorld.BATCH;
import static org.mintline.support.SupportWorld.eid;
import static org.mintline.support.SupportWorld.packets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore.StoredProfile;
import org.mintline.support.PurgeRules.Rule;
import org.mintline.support.Stations.Station;
import org.mintline.support.SupportWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class SupportPurgeTest {
    private static SupportWorld world(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        world.registerDevices(2);
        packets(BATCH, 3).forEach(world::receive);
        Station station = world.registerStation(
                "station 1", new AuthenticationRules(AuthenticationManner.KEY_SET, Optional.empty(), false));
        database.callInNew(() -> world.stationService()
                .image(
                        station,
                        eid(1),
                        new AuthenticationEvidence(AuthenticationManner.KEY_SET, true, List.of(), false)));
        return world;
    }

    private static boolean hasContents(SupportWorld world, int number) {
        return world.database.call(() -> {
            StoredProfile profile = world.store().find(BATCH, number).orElseThrow();
            boolean packets = world.store().packets(profile.id()).isPresent();
            assertThat(world.images.content(profile.id()).isPresent()).isEqualTo(packets && number < 3);
            return packets;
        });
    }

    @OnEveryDatabase
    void cancellation_purges_what_did_not_reach_a_device(TestDatabase database) {
        SupportWorld world = world(database);
        world.cancel(BATCH);
        assertThat(world.purge().purgeCancelled()).isEqualTo(2);
        assertThat(world.purge().purgeCancelled()).isZero();
        assertThat(List.of(world.stateOf(1), world.stateOf(2), world.stateOf(3)))
                .containsExactly(DeliveryState.SENT, DeliveryState.PURGED, DeliveryState.PURGED);
        assertThat(hasContents(world, 1)).isTrue();
        assertThat(hasContents(world, 2)).isFalse();
        assertThat(world.audit).extracting(AuditEvent::action).contains("purgeProfiles");
    }

    @OnEveryDatabase
    void what_is_installed_keeps_its_state_when_its_contents_go(TestDatabase database) {
        SupportWorld world = world(database);
        database.run(() -> {
            long id = world.store().find(BATCH, 1).orElseThrow().id();
            world.store().happened(id, DeliveryEvent.INSTALL, "test");
            world.purgeRules().change(Rule.INSTALLED, 2, "console:test");
        });
        assertThat(world.purge().purgeByRule(DeliveryState.INSTALLED)).isZero();
        world.clock.advance(Duration.ofDays(3));
        assertThat(world.purge().purgeByRule(DeliveryState.INSTALLED)).isEqualTo(1);
        assertThat(world.purge().purgeByRule(DeliveryState.INSTALLED)).isZero();
        assertThat(world.stateOf(1)).isEqualTo(DeliveryState.INSTALLED);
        assertThat(hasContents(world, 1)).isFalse();
        assertThat(world.purge().purgeByRule(DeliveryState.IMAGED)).isZero();
    }
}
