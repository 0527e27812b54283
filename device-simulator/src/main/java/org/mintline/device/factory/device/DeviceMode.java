package org.mintline.device.factory.device;

import java.util.Optional;
import org.mintline.device.factory.protocol.InstallationMode;
import org.mintline.device.factory.protocol.Numbers;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Where a device takes profiles from, and how that came to be. Values only; {@link #after} is the table of decisions.
 *
 * @param mode the mode
 * @param chosen whether a user or a server chose it: then nothing else changes it
 * @param testProfileMode whether test profiles alone are installed (PSS-10)
 */
public record DeviceMode(InstallationMode mode, boolean chosen, boolean testProfileMode) {
    /** That of a new device. */
    public static final DeviceMode NEW = new DeviceMode(InstallationMode.IMAGE, false, false);

    private static final int LENGTH = 3;

    /**
     * The mode after a trigger.
     *
     * <p>A user's input and a server's command choose a mode, or give it free. While none is chosen, it follows what is seen: who sits
     * in a jig or is reached over the air, and what type of data comes. A key set alone says nothing, since servers of both ways have one.
     */
    public DeviceMode after(ModeTrigger trigger) {
        if (trigger instanceof ModeTrigger.UserInput input) {
            return choose(input.mode());
        }
        if (trigger instanceof ModeTrigger.ServerCommand command) {
            return choose(command.mode());
        }
        if (chosen) {
            return this;
        }
        if (trigger instanceof ModeTrigger.DataReceived data) {
            return with(data.type());
        }
        return switch (((ModeTrigger.Authenticated) trigger).manner()) {
            case JIG, BOTH, TEST -> with(InstallationMode.IMAGE);
            case OVER_THE_AIR -> with(InstallationMode.PACKETS);
            case KEY_SET -> this;
        };
    }

    /** The same with test-profile mode entered or left. */
    DeviceMode withTestProfileMode(boolean on) {
        return new DeviceMode(mode, chosen, on);
    }

    /** Whether a device may be reached in this manner now: without authentication in test-profile mode only. */
    boolean allows(AuthenticationManner manner) {
        return manner != AuthenticationManner.TEST || testProfileMode;
    }

    byte[] encoded() {
        return new byte[] {(byte) mode.number(), (byte) (chosen ? 1 : 0), (byte) (testProfileMode ? 1 : 0)};
    }

    static DeviceMode decode(byte[] input) {
        if (input.length != LENGTH) {
            throw new DecodeException("mode of the device", 0, "has " + input.length + " bytes, not " + LENGTH);
        }
        InstallationMode mode = Numbers.find(InstallationMode.class, input[0])
                .orElseThrow(() -> new DecodeException("mode of the device", 0, "is not known"));
        return new DeviceMode(mode, input[1] != 0, input[2] != 0);
    }

    private DeviceMode choose(Optional<InstallationMode> choice) {
        return new DeviceMode(choice.orElse(mode), choice.isPresent(), testProfileMode);
    }

    private DeviceMode with(InstallationMode next) {
        return new DeviceMode(next, chosen, testProfileMode);
    }
}
