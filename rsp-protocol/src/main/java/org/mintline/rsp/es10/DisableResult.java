package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10c.DisableProfile ended (SGP.22 v2.5, clause 5.7.17). */
public enum DisableResult implements NamedNumber {
    /** Done. */
    OK(0),
    /** There is no such Profile. */
    ICCID_OR_AID_NOT_FOUND(1),
    /** It is not enabled. */
    PROFILE_NOT_IN_ENABLED_STATE(2),
    /** A Profile Policy Rule forbids it. */
    DISALLOWED_BY_POLICY(3),
    /** A proactive session is under way. */
    CAT_BUSY(5),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    DisableResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static DisableResult of(int number) {
        return NamedNumber.find(DisableResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
