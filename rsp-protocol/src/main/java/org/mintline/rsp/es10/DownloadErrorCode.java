package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why an eUICC refuses to prepare a download (DownloadErrorCode in SGP.22 v2.5, clause 5.7.5). */
public enum DownloadErrorCode implements NamedNumber {
    /** The SM-DP+ certificate is invalid. */
    INVALID_CERTIFICATE(1),
    /** The SM-DP+ signature is invalid. */
    INVALID_SIGNATURE(2),
    /** The curve is not supported. */
    UNSUPPORTED_CURVE(3),
    /** There is no session. */
    NO_SESSION_CONTEXT(4),
    /** The TransactionID is not that of the session. */
    INVALID_TRANSACTION_ID(5),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    DownloadErrorCode(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static DownloadErrorCode of(int number) {
        return NamedNumber.find(DownloadErrorCode.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
