package org.mintline.rsp.station;

import java.util.List;

/**
 * By what a station says that it has authenticated a device.
 *
 * @param manner in which manner
 * @param isKeySetProven whether device and station proved the device's key set to one another
 * @param readings what the jig measured, at most {@value #MAXIMUM_READINGS}
 * @param isInTestProfileMode whether the device says that it installs test profiles only
 */
public record AuthenticationEvidence(
        AuthenticationManner manner, boolean isKeySetProven, List<JigReading> readings, boolean isInTestProfileMode) {
    /** The most readings. */
    public static final int MAXIMUM_READINGS = 1000;

    /**
     * @throws IllegalArgumentException if there are more readings than a jig takes
     */
    public AuthenticationEvidence {
        readings = List.copyOf(readings);
        if (readings.size() > MAXIMUM_READINGS) {
            throw new IllegalArgumentException("a jig gives at most " + MAXIMUM_READINGS + " readings");
        }
    }
}
