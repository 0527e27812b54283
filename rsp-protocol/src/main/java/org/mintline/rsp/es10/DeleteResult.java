package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10c.DeleteProfile ended (SGP.22 v2.5, clause 5.7.18). */
public enum DeleteResult implements NamedNumber {
    /** Done. */
    OK(0),
    /** There is no such Profile. */
    ICCID_OR_AID_NOT_FOUND(1),
    /** It is not disabled. */
    PROFILE_NOT_IN_DISABLED_STATE(2),
    /** A Profile Policy Rule forbids it. */
    DISALLOWED_BY_POLICY(3),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    DeleteResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static DeleteResult of(int number) {
        return NamedNumber.find(DeleteResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
