package org.mintline.rsp.es9plus;

import java.util.Set;
import org.mintline.rsp.status.StatusCode;
import org.mintline.rsp.tlv.NamedNumber;

/**
 * Why ES9+.GetBoundProfilePackage failed, in the ASN.1 binding (SGP.22 v2.5, clause 5.6.2 and annex H). Each value stands for the
 * status codes of the JSON binding that it is closest to.
 */
public enum GetBoundProfilePackageError implements NamedNumber, ErrorCodes.ErrorCode {
    /** The eUICC signature is invalid. */
    EUICC_SIGNATURE_INVALID(1, StatusCode.EUICC_SIGNATURE_INVALID),
    /** The Confirmation Code is missing. */
    CONFIRMATION_CODE_MISSING(2, StatusCode.CONFIRMATION_CODE_MISSING),
    /** The Confirmation Code is refused. */
    CONFIRMATION_CODE_REFUSED(3, StatusCode.CONFIRMATION_CODE_REFUSED),
    /** There are no more tries for the Confirmation Code. */
    CONFIRMATION_CODE_RETRIES_EXCEEDED(4, StatusCode.CONFIRMATION_CODE_RETRIES_EXCEEDED),
    /** The Profile is not bound anew. */
    BPP_REBINDING_REFUSED(5, StatusCode.BPP_UNAVAILABLE_FOR_NEW_BINDING),
    /** The TransactionID is unknown. */
    INVALID_TRANSACTION_ID(95, StatusCode.TRANSACTION_ID_UNKNOWN),
    /** Every other status code, and every value of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;
    private final Set<StatusCode> statusCodes;

    GetBoundProfilePackageError(int number, StatusCode... statusCodes) {
        this.number = number;
        this.statusCodes = Set.of(statusCodes);
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static GetBoundProfilePackageError of(int number) {
        return NamedNumber.find(GetBoundProfilePackageError.class, number).orElse(UNDEFINED_ERROR);
    }

    /** The value that stands for a status code. */
    public static GetBoundProfilePackageError of(StatusCode statusCode) {
        return ErrorCodes.of(GetBoundProfilePackageError.class, statusCode, UNDEFINED_ERROR);
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
