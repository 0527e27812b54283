package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** Why a session is cancelled (CancelSessionReason in SGP.22 v2.5, annex H). */
public enum CancelSessionReason implements NamedNumber {
    /** The end user does not want the Profile. */
    END_USER_REJECTION(0),
    /** The end user will download it later. */
    POSTPONED(1),
    /** The end user did not answer. */
    TIMEOUT(2),
    /** A Profile Policy Rule is not allowed by the Rules Authorisation Table. */
    PPR_NOT_ALLOWED(3),
    /** The metadata in the Bound Profile Package are not those shown before. */
    METADATA_MISMATCH(4),
    /** Loading the Bound Profile Package failed. */
    LOAD_BPP_EXECUTION_ERROR(5),
    /** Any other reason, among them those of later versions. */
    UNDEFINED_REASON(127);

    private final int number;

    CancelSessionReason(int number) {
        this.number = number;
    }

    /** The reason of that number; one without a name here is {@link #UNDEFINED_REASON}. */
    public static CancelSessionReason of(int number) {
        return NamedNumber.find(CancelSessionReason.class, number).orElse(UNDEFINED_REASON);
    }

    @Override
    public int number() {
        return number;
    }
}
