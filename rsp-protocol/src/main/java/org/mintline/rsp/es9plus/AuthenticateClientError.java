package org.mintline.rsp.es9plus;

import java.util.Set;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.NamedNumber;

/**
 * Why ES9+.AuthenticateClient failed, in the ASN.1 binding (SGP.22 v2.5, clause 5.6.3 and annex H). Each value stands for the
 * status codes of the JSON binding that it is closest to.
 */
public enum AuthenticateClientError implements NamedNumber, ErrorCodes.ErrorCode {
    /** The EUM certificate is invalid. */
    EUM_CERTIFICATE_INVALID(1, StatusCode.EUM_CERTIFICATE_INVALID),
    /** The EUM certificate has expired. */
    EUM_CERTIFICATE_EXPIRED(2, StatusCode.EUM_CERTIFICATE_EXPIRED),
    /** The eUICC certificate is invalid. */
    EUICC_CERTIFICATE_INVALID(3, StatusCode.EUICC_CERTIFICATE_INVALID),
    /** The eUICC certificate has expired. */
    EUICC_CERTIFICATE_EXPIRED(4, StatusCode.EUICC_CERTIFICATE_EXPIRED),
    /** The eUICC signature or the serverChallenge is invalid. */
    EUICC_SIGNATURE_INVALID(5, StatusCode.EUICC_SIGNATURE_INVALID),
    /** The MatchingID is refused. */
    MATCHING_ID_REFUSED(6, StatusCode.MATCHING_ID_REFUSED),
    /** The EID is not the expected one. */
    EID_MISMATCH(7, StatusCode.EID_UNEXPECTED),
    /** There is no eligible Profile. */
    NO_ELIGIBLE_PROFILE(8, StatusCode.NO_ELIGIBLE_PROFILE),
    /** The CI public key is unknown. */
    CI_PK_UNKNOWN(9, StatusCode.CI_PUBLIC_KEY_UNKNOWN),
    /** The TransactionID is unknown. */
    INVALID_TRANSACTION_ID(10, StatusCode.TRANSACTION_ID_UNKNOWN),
    /** The eUICC has not sufficient space. */
    INSUFFICIENT_MEMORY(11, StatusCode.EUICC_INSUFFICIENT_MEMORY),
    /** The download order has expired. */
    DOWNLOAD_ORDER_EXPIRED(18, StatusCode.DOWNLOAD_ORDER_EXPIRED),
    /** Every other status code, and every value of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;
    private final Set<StatusCode> statusCodes;

    AuthenticateClientError(int number, StatusCode... statusCodes) {
        this.number = number;
        this.statusCodes = Set.of(statusCodes);
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static AuthenticateClientError of(int number) {
        return NamedNumber.find(AuthenticateClientError.class, number).orElse(UNDEFINED_ERROR);
    }

    /** The value that stands for a status code. */
    public static AuthenticateClientError of(StatusCode statusCode) {
        return ErrorCodes.of(AuthenticateClientError.class, statusCode, UNDEFINED_ERROR);
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
