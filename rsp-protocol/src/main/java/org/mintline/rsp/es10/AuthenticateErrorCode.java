package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why an eUICC refuses a server (AuthenticateErrorCode in SGP.22 v2.5, clause 5.7.13). */
public enum AuthenticateErrorCode implements NamedNumber {
    /** The server certificate is invalid. */
    INVALID_CERTIFICATE(1),
    /** The server signature is invalid. */
    INVALID_SIGNATURE(2),
    /** The curve is not supported. */
    UNSUPPORTED_CURVE(3),
    /** There is no session. */
    NO_SESSION_CONTEXT(4),
    /** The OID of the server is invalid. */
    INVALID_OID(5),
    /** The euiccChallenge is not that of the session. */
    EUICC_CHALLENGE_MISMATCH(6),
    /** The CI public key is unknown. */
    CI_PK_UNKNOWN(7),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    AuthenticateErrorCode(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static AuthenticateErrorCode of(int number) {
        return NamedNumber.find(AuthenticateErrorCode.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
