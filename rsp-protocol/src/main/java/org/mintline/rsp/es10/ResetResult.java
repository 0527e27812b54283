package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10c.eUICCMemoryReset ended (SGP.22 v2.5, clause 5.7.19). */
public enum ResetResult implements NamedNumber {
    /** Done. */
    OK(0),
    /** There is nothing to delete. */
    NOTHING_TO_DELETE(1),
    /** A proactive session is under way. */
    CAT_BUSY(5),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    ResetResult(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static ResetResult of(int number) {
        return NamedNumber.find(ResetResult.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
