package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why a CRL is not loaded (LoadCRLResponseError in SGP.22 v2.5, clause 5.7.12). */
public enum LoadCrlResponseError implements NamedNumber {
    /** The signature is invalid. */
    INVALID_SIGNATURE(1),
    /** The format is invalid. */
    INVALID_CRL_FORMAT(2),
    /** Insufficient memory. */
    NOT_ENOUGH_MEMORY_SPACE(3),
    /** The key to verify it is not known. */
    VERIFICATION_KEY_NOT_FOUND(4),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    LoadCrlResponseError(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static LoadCrlResponseError of(int number) {
        return NamedNumber.find(LoadCrlResponseError.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
