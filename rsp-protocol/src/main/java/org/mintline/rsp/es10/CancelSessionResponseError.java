package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why an eUICC does not cancel a session (cancelSessionResponseError in SGP.22 v2.5, clause 5.7.14). */
public enum CancelSessionResponseError implements NamedNumber {
    /** The TransactionID is not that of the session. */
    INVALID_TRANSACTION_ID(5),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    CancelSessionResponseError(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static CancelSessionResponseError of(int number) {
        return NamedNumber.find(CancelSessionResponseError.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
