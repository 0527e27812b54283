package org.mintline.rsp.es9plus;

import java.util.Set;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.NamedNumber;

/**
 * Why ES9+.InitiateAuthentication failed, in the ASN.1 binding (SGP.22 v2.5, clause 5.6.1 and annex H). Each value stands for the
 * status codes of the JSON binding that it is closest to.
 */
public enum InitiateAuthenticationError implements NamedNumber, ErrorCodes.ErrorCode {
    /** The SM-DP+ address is not that of this server. */
    INVALID_DP_ADDRESS(1, StatusCode.SMDP_ADDRESS_INVALID),
    /** The version of the eUICC is not supported. */
    EUICC_VERSION_NOT_SUPPORTED_BY_DP(2, StatusCode.SMDP_SVN_UNSUPPORTED),
    /** None of the CI public keys is supported. */
    CI_PK_NOT_SUPPORTED(3, StatusCode.SMDP_PUBLIC_KEY_IDENTIFIERS_UNSUPPORTED, StatusCode.SMDP_CERTIFICATE_UNAVAILABLE),
    /** Every other status code, and every value of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;
    private final Set<StatusCode> statusCodes;

    InitiateAuthenticationError(int number, StatusCode... statusCodes) {
        this.number = number;
        this.statusCodes = Set.of(statusCodes);
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static InitiateAuthenticationError of(int number) {
        return NamedNumber.find(InitiateAuthenticationError.class, number).orElse(UNDEFINED_ERROR);
    }

    /** The value that stands for a status code. */
    public static InitiateAuthenticationError of(StatusCode statusCode) {
        return ErrorCodes.of(InitiateAuthenticationError.class, statusCode, UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Set<StatusCode> statusCodes() {
        return statusCodes;
    }
}
