package org.mintline.device.factory.station;

import java.util.Optional;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigSettings;

/**
 * How a station authenticates devices.
 *
 * @param rules the manner that is set and what belongs to it
 * @param keys gives the key set of each device, if a key set is part of the manner
 */
public record StationPolicy(AuthenticationRules rules, Optional<DeviceKeys> keys) {
    /** Refuses a manner that lacks what it needs. */
    public StationPolicy {
        if (rules.manner().hasKeySet() && keys.isEmpty()) {
            throw new IllegalArgumentException("this manner of authentication needs the master key set");
        }
    }

    /**
     * With a master key set at hand.
     *
     * @param masterKeys from which the key set of each device is diversified by its EID, if a key set is part of the manner
     * @throws IllegalArgumentException if the manner lacks what it needs, or no station has it
     */
    public StationPolicy(
            AuthenticationManner manner,
            Optional<KeySet> masterKeys,
            Optional<JigSettings> jig,
            boolean isTestAllowed) {
        this(
                new AuthenticationRules(manner, jig, isTestAllowed),
                masterKeys.map(master -> eid -> master.diversifiedFor(eid.octets())));
    }
}
