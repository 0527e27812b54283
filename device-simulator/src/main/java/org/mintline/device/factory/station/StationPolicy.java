package org.mintline.device.factory.station;

import java.util.Optional;
import org.mintline.device.factory.jig.JigSettings;
import org.mintline.device.factory.protocol.AuthenticationManner;
import org.mintline.device.factory.protocol.Identity;
import org.mintline.rsp.scp03.KeySet;

/**
 * How a station authenticates devices.
 *
 * @param manner the manner that is set
 * @param masterKeys from which the key set of each device is diversified by its EID, if a key set is part of the manner
 * @param jig what a device takes, if the jig is part of the manner
 * @param isTestAllowed whether devices in test-profile mode may be served without authentication
 */
public record StationPolicy(
        AuthenticationManner manner, Optional<KeySet> masterKeys, Optional<JigSettings> jig, boolean isTestAllowed) {
    /** Refuses a manner that lacks what it needs, or that no station has. */
    public StationPolicy {
        if (manner == AuthenticationManner.OVER_THE_AIR) {
            throw new IllegalArgumentException("a station reaches its devices over a wire");
        }
        if (manner.hasKeySet() && masterKeys.isEmpty()) {
            throw new IllegalArgumentException("this manner of authentication needs the master key set");
        }
        if (manner.hasJig() && jig.isEmpty()) {
            throw new IllegalArgumentException("this manner of authentication needs the settings of the jig");
        }
    }

    /** Why a device may not be served at all, in plain words; empty if it may. */
    Optional<String> objection(Identity device) {
        if (manner != AuthenticationManner.TEST) {
            return Optional.empty();
        }
        if (!isTestAllowed) {
            return Optional.of("this station does not allow devices without authentication");
        }
        return device.testProfileMode()
                ? Optional.empty()
                : Optional.of(
                        "without authentication only devices in test-profile mode are served, and this one is not");
    }
}
