package org.mintline.rsp.station;

import java.util.Optional;

/**
 * How a station has to authenticate devices.
 *
 * @param manner the manner that is set
 * @param jig what a device takes, if the jig is part of the manner
 * @param isTestAllowed whether devices in test-profile mode may be served without authentication
 */
public record AuthenticationRules(AuthenticationManner manner, Optional<JigSettings> jig, boolean isTestAllowed) {
    /**
     * Refuses a manner that lacks what it needs, or that no station has.
     *
     * @throws IllegalArgumentException in these cases
     */
    public AuthenticationRules {
        if (manner == AuthenticationManner.OVER_THE_AIR) {
            throw new IllegalArgumentException("a station reaches its devices over a wire");
        }
        if (manner.hasJig() && jig.isEmpty()) {
            throw new IllegalArgumentException("this manner of authentication needs the settings of the jig");
        }
    }

    /**
     * Whether this evidence authenticates a device.
     *
     * @return what is wrong in plain words, or empty if nothing is
     */
    public Optional<String> objection(AuthenticationEvidence evidence) {
        if (evidence.manner() != manner) {
            return Optional.of("this station authenticates devices by " + manner + ", not by " + evidence.manner());
        }
        return testObjection(evidence.isInTestProfileMode()).or(() -> proofObjection(evidence));
    }

    /**
     * Why a device may not be served before anything of it was proven; empty if it may.
     *
     * @param isInTestProfileMode whether the device says that it installs test profiles only
     */
    public Optional<String> testObjection(boolean isInTestProfileMode) {
        if (manner != AuthenticationManner.TEST) {
            return Optional.empty();
        }
        if (!isTestAllowed) {
            return Optional.of("this station does not allow devices without authentication");
        }
        return isInTestProfileMode
                ? Optional.empty()
                : Optional.of(
                        "without authentication only devices in test-profile mode are served, and this one is not");
    }

    private Optional<String> proofObjection(AuthenticationEvidence evidence) {
        if (manner.hasKeySet() && !evidence.isKeySetProven()) {
            return Optional.of("the device did not prove its key set");
        }
        return manner.hasJig() ? jig.orElseThrow().judge(evidence.readings()) : Optional.empty();
    }
}
