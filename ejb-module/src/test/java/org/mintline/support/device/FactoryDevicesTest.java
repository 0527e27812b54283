package org.mintline.support.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.support.SupportWorld.eid;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mintline.rsp.image.SigningKind;
import org.mintline.support.FactoryDevices.BadLine;
import org.mintline.support.FactoryDevices.Device;
import org.mintline.support.FactoryDevices.Registration;
import org.mintline.support.SupportException;
import org.mintline.support.SupportWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class FactoryDevicesTest {
    @OnEveryDatabase
    void each_bad_line_is_told_and_no_good_one_is_lost(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        database.call(() -> world.masterKeySets().register(SupportWorld.MASTER, "console:test"));
        String key = world.publicKey(1);
        Registration done = world.register("imei,eid,kind,publicKey,lot\n"
                + "," + eid(1) + ",COMMERCIAL," + key + ",lot-7\n"
                + "490154203237518," + eid(2) + ",DEVELOPMENT," + key + ",lot-7\n"
                + "\n"
                + ",89049032000000000000000000000000,COMMERCIAL," + key + ",lot-7\n"
                + "," + eid(3) + ",COMMERCIAL,AAAA,lot-7\n"
                + "," + eid(4) + ",SOLD," + key + ",lot-7\n"
                + eid(5) + "\n"
                + "x".repeat(5_000));
        assertThat(done.registered()).isEqualTo(2);
        assertThat(done.rejected()).isEqualTo(5);
        assertThat(done.badLines()).extracting(BadLine::line).containsExactly(5L, 6L, 7L, 8L, 9L);
        Device second = database.call(() -> world.factoryDevices().find(eid(2)).orElseThrow());
        assertThat(second.imei()).contains("490154203237518");
        assertThat(second.accepts()).isEqualTo(SigningKind.DEVELOPMENT);
        assertThat(second.keySetVersion()).isEqualTo(1);
    }

    @OnEveryDatabase
    void many_devices_are_registered_once_and_listed_by_lot(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        database.call(() -> world.masterKeySets().register(SupportWorld.MASTER, "console:test"));
        String key = world.publicKey(1);
        String file = "eid,publicKey,kind,lot\n"
                + IntStream.rangeClosed(1, 1_203)
                        .mapToObj(number -> eid(number) + "," + key + ",COMMERCIAL,lot-" + number % 2)
                        .collect(Collectors.joining("\n"));
        assertThat(world.register(file).registered()).isEqualTo(1_203);
        assertThat(world.register(file)).isEqualTo(new Registration(0, 1_203, 0, java.util.List.of()));
        assertThat(database.call(() -> world.factoryDevices().list(Optional.of("lot-1"), Optional.of(eid(10)), 3)))
                .extracting(Device::eid)
                .containsExactly(eid(11), eid(13), eid(15));
    }

    @OnEveryDatabase
    void a_file_with_other_columns_or_without_a_master_key_set_is_refused(TestDatabase database) {
        SupportWorld world = new SupportWorld(database);
        assertThatThrownBy(() -> world.register("eid,publicKey,kind,lot\n")).hasMessageContaining("master key set");
        assertThatThrownBy(() -> world.register("eid,key\n")).isInstanceOf(SupportException.class);
    }
}
