package org.mintline.rsp.es9plus;

import java.util.Set;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.NamedNumber;

/**
 * Why ES9+.CancelSession failed, in the ASN.1 binding (SGP.22 v2.5, clause 5.6.5 and annex H). Each value stands for the
 * status codes of the JSON binding that it is closest to.
 */
public enum CancelSessionError implements NamedNumber, ErrorCodes.ErrorCode {
    /** The TransactionID is unknown. */
    INVALID_TRANSACTION_ID(1, StatusCode.TRANSACTION_ID_UNKNOWN),
    /** The eUICC signature is invalid. */
    EUICC_SIGNATURE_INVALID(2, StatusCode.EUICC_SIGNATURE_INVALID),
    /** Every other status code, and every value of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;
    private final Set<StatusCode> statusCodes;

    CancelSessionError(int number, StatusCode... statusCodes) {
        this.number = number;
        this.statusCodes = Set.of(statusCodes);
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static CancelSessionError of(int number) {
        return NamedNumber.find(CancelSessionError.class, number).orElse(UNDEFINED_ERROR);
    }

    /** The value that stands for a status code. */
    public static CancelSessionError of(StatusCode statusCode) {
        return ErrorCodes.of(CancelSessionError.class, statusCode, UNDEFINED_ERROR);
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
