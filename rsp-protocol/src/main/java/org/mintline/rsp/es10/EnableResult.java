package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10c.EnableProfile ended (SGP.22 v2.5, clause 5.7.16). */
public enum EnableResult implements NamedNumber {
    /** Done. */
    OK(0),
    /** There is no such Profile. */
    ICCID_OR_AID_NOT_FOUND(1),
    /** It is not disabled. */
    PROFILE_NOT_IN_DISABLED_STATE(2),
    /** A Profile Policy Rule forbids it. */
    DISALLOWED_BY_POLICY(3),
    /** Another Profile is to be enabled again after a test Profile. */
    WRONG_PROFILE_REENABLING(4),
    /** A proactive session is under way. */
    CAT_BUSY(5),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    EnableResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static EnableResult of(int number) {
        return NamedNumber.find(EnableResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
