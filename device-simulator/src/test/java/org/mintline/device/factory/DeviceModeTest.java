package org.mintline.device.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mintline.device.factory.protocol.InstallationMode.IMAGE;
import static org.mintline.device.factory.protocol.InstallationMode.PACKETS;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.device.factory.device.DeviceMode;
import org.mintline.device.factory.device.ModeTrigger;
import org.mintline.device.factory.device.ModeTrigger.Authenticated;
import org.mintline.device.factory.device.ModeTrigger.DataReceived;
import org.mintline.device.factory.device.ModeTrigger.ServerCommand;
import org.mintline.device.factory.device.ModeTrigger.UserInput;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.rsp.station.AuthenticationManner;

/** The four triggers that change the mode of a device. */
class DeviceModeTest {
    static Stream<Arguments> table() {
        return Stream.of(
                row(IMAGE, false, new Authenticated(AuthenticationManner.OVER_THE_AIR), PACKETS, false),
                row(PACKETS, false, new Authenticated(AuthenticationManner.JIG), IMAGE, false),
                row(PACKETS, false, new Authenticated(AuthenticationManner.BOTH), IMAGE, false),
                row(PACKETS, false, new Authenticated(AuthenticationManner.TEST), IMAGE, false),
                row(PACKETS, false, new Authenticated(AuthenticationManner.KEY_SET), PACKETS, false),
                row(IMAGE, false, new Authenticated(AuthenticationManner.KEY_SET), IMAGE, false),
                row(IMAGE, false, new DataReceived(PACKETS), PACKETS, false),
                row(PACKETS, false, new DataReceived(IMAGE), IMAGE, false),
                row(IMAGE, false, new UserInput(Optional.of(PACKETS)), PACKETS, true),
                row(PACKETS, true, new UserInput(Optional.of(IMAGE)), IMAGE, true),
                row(PACKETS, true, new UserInput(Optional.empty()), PACKETS, false),
                row(IMAGE, false, new ServerCommand(Optional.of(PACKETS)), PACKETS, true),
                row(PACKETS, true, new ServerCommand(Optional.of(IMAGE)), IMAGE, true),
                row(IMAGE, true, new ServerCommand(Optional.empty()), IMAGE, false),
                row(IMAGE, true, new DataReceived(PACKETS), IMAGE, true),
                row(PACKETS, true, new Authenticated(AuthenticationManner.JIG), PACKETS, true),
                row(IMAGE, true, new Authenticated(AuthenticationManner.OVER_THE_AIR), IMAGE, true));
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_trigger_leads_to_a_mode(DeviceMode before, ModeTrigger trigger, DeviceMode after) {
        assertThat(before.after(trigger)).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("table")
    void no_trigger_leaves_test_profile_mode(DeviceMode before, ModeTrigger trigger, DeviceMode after) {
        DeviceMode inTest = new DeviceMode(before.mode(), before.chosen(), true);

        assertThat(inTest.after(trigger)).isEqualTo(new DeviceMode(after.mode(), after.chosen(), true));
    }

    private static Arguments row(
            InstallationMode before, boolean chosen, ModeTrigger trigger, InstallationMode after, boolean chosenThen) {
        return Arguments.of(new DeviceMode(before, chosen, false), trigger, new DeviceMode(after, chosenThen, false));
    }
}
