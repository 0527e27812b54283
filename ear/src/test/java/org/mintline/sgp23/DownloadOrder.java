package org.mintline.sgp23;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A download order as S_MNO wants it, for one of the three ways in which a device starts (SGP.22 v2.5, clause 3.1.3).
 *
 * @param type of which profile type
 * @param eid of the eUICC that it is for, 32 digits, if it names one
 * @param matchingId as ES2+.ConfirmOrder gives it: absent to have one made, empty for the default SM-DP+
 * @param confirmationCode if the end user is to be asked for one
 * @param releaseFlag whether the profile may be downloaded at once
 */
record DownloadOrder(
        StockedType type,
        Optional<String> eid,
        Optional<String> matchingId,
        Optional<String> confirmationCode,
        boolean releaseFlag) {
    /** The right confirmation code of orders that have one. */
    static final String CONFIRMATION_CODE = "4711";

    /**
     * An order that was placed.
     *
     * @param iccid of its profile
     * @param matchingId what the device gives to ask for it; empty for the default SM-DP+
     */
    record Placed(String iccid, String matchingId) {}

    /** Whoever has the activation code may download it. */
    static DownloadOrder byActivationCode() {
        return new DownloadOrder(StockedType.RANDOM_KEYS, Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    /** The eUICC asks its default SM-DP+. */
    static DownloadOrder byDefaultSmdp(String eid) {
        return byActivationCode().withMatchingId("").forEid(eid);
    }

    /** The device found an event at the SM-DS, whose EventID is the MatchingID. */
    static DownloadOrder bySmds(String eid) {
        String eventId = "EVENT-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        return byActivationCode().withMatchingId(eventId).forEid(eid);
    }

    /** The same for one eUICC. */
    DownloadOrder forEid(String digits) {
        return new DownloadOrder(type, Optional.of(digits), matchingId, confirmationCode, releaseFlag);
    }

    /** The same of another type. */
    DownloadOrder of(StockedType other) {
        return new DownloadOrder(other, eid, matchingId, confirmationCode, releaseFlag);
    }

    /** The same with {@link #CONFIRMATION_CODE}. */
    DownloadOrder withConfirmationCode() {
        return new DownloadOrder(type, eid, matchingId, Optional.of(CONFIRMATION_CODE), releaseFlag);
    }

    /** The same, not released yet. */
    DownloadOrder notReleased() {
        return new DownloadOrder(type, eid, matchingId, confirmationCode, false);
    }

    private DownloadOrder withMatchingId(String text) {
        return new DownloadOrder(type, eid, Optional.of(text), confirmationCode, releaseFlag);
    }
}
