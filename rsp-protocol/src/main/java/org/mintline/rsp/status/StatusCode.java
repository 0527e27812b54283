package org.mintline.rsp.status;

/**
 * The catalogue of status codes (SGP.22 v2.5, clause 5.2.6 and the function tables of clauses 5.3 and 5.6).
 *
 * <p>A subject code says what the status is about, a reason code what is the matter with it; the pair goes into {@code
 * statusCodeData} of a JSON answer.
 */
public enum StatusCode {
    /** The function requester is not known. */
    FUNCTION_REQUESTER_UNKNOWN("1.2", "1.1", "The function requester is not known"),
    /** The function requester may not call this function. */
    FUNCTION_REQUESTER_NOT_ALLOWED("1.2", "1.2", "The function requester may not call this function"),
    /** The function call identifier was already used with other content. */
    FUNCTION_CALL_REPEATED_WITH_OTHER_CONTENT(
            "1.2.1", "3.3", "The function call identifier was already used with other content"),
    /** The request is malformed. */
    REQUEST_INVALID("1.6", "2.1", "The request is malformed"),
    /** A mandatory element of the request is missing. */
    REQUEST_PARAMETER_MISSING("1.6", "2.2", "A mandatory element of the request is missing"),
    /** The protocol version in X-Admin-Protocol is not supported. */
    PROTOCOL_VERSION_UNSUPPORTED("1.6", "3.1", "The protocol version in X-Admin-Protocol is not supported"),
    /** The function could not be executed; it may be called again. */
    FUNCTION_TEMPORARILY_UNAVAILABLE("1.6", "4.2", "The function could not be executed; it may be called again"),
    /** The execution at the eUICC ended with an error. */
    EUICC_EXECUTION_ERROR("8.1", "4.2", "The execution at the eUICC ended with an error"),
    /** The eUICC has not sufficient space for this Profile. */
    EUICC_INSUFFICIENT_MEMORY("8.1", "4.8", "The eUICC has not sufficient space for this Profile"),
    /** The eUICC signature or the serverChallenge is invalid. */
    EUICC_SIGNATURE_INVALID("8.1", "6.1", "The eUICC signature or the serverChallenge is invalid"),
    /** The EID is missing in the context of this order. */
    EID_MISSING("8.1.1", "2.2", "The EID is missing in the context of this order"),
    /** The EID does not match the expected value. */
    EID_UNEXPECTED("8.1.1", "3.8", "The EID does not match the expected value"),
    /** A different EID is already associated with this ICCID. */
    EID_DIFFERENT("8.1.1", "3.10", "A different EID is already associated with this ICCID"),
    /** The EUM certificate is invalid. */
    EUM_CERTIFICATE_INVALID("8.1.2", "6.1", "The EUM certificate is invalid"),
    /** The EUM certificate has expired. */
    EUM_CERTIFICATE_EXPIRED("8.1.2", "6.3", "The EUM certificate has expired"),
    /** The eUICC certificate is invalid. */
    EUICC_CERTIFICATE_INVALID("8.1.3", "6.1", "The eUICC certificate is invalid"),
    /** The eUICC certificate has expired. */
    EUICC_CERTIFICATE_EXPIRED("8.1.3", "6.3", "The eUICC certificate has expired"),
    /** The Profile has not yet been released. */
    PROFILE_NOT_RELEASED("8.2", "1.2", "The Profile has not yet been released"),
    /** The Bound Profile Package is not available for a new binding. */
    BPP_UNAVAILABLE_FOR_NEW_BINDING("8.2", "3.7", "The Bound Profile Package is not available for a new binding"),
    /** The function caller may not perform this function on this Profile. */
    ICCID_NOT_ALLOWED("8.2.1", "1.2", "The function caller may not perform this function on this Profile"),
    /** The Profile with this ICCID is not available. */
    ICCID_IN_USE("8.2.1", "3.3", "The Profile with this ICCID is not available"),
    /** The state of the Profile does not allow this function. */
    PROFILE_STATE_INVALID("8.2.1", "3.5", "The state of the Profile does not allow this function"),
    /** The ICCID is not known. */
    ICCID_UNKNOWN("8.2.1", "3.9", "The ICCID is not known"),
    /** The function caller may not perform this function on this Profile Type. */
    PROFILE_TYPE_NOT_ALLOWED("8.2.5", "1.2", "The function caller may not perform this function on this Profile Type"),
    /** No more Profile is available for this Profile Type. */
    PROFILE_TYPE_EXHAUSTED("8.2.5", "3.7", "No more Profile is available for this Profile Type"),
    /** The Profile Type is not that of the ICCID. */
    PROFILE_TYPE_NOT_ALIGNED("8.2.5", "3.8", "The Profile Type is not that of the ICCID"),
    /** The Profile Type is not known. */
    PROFILE_TYPE_UNKNOWN("8.2.5", "3.9", "The Profile Type is not known"),
    /** No eligible Profile for this eUICC or Device. */
    NO_ELIGIBLE_PROFILE("8.2.5", "4.3", "No eligible Profile for this eUICC or Device"),
    /** The MatchingID is already in use. */
    MATCHING_ID_CONFLICTING("8.2.6", "3.3", "The MatchingID is already in use"),
    /** The MatchingID (Activation Code Token or EventID) is refused. */
    MATCHING_ID_REFUSED("8.2.6", "3.8", "The MatchingID (Activation Code Token or EventID) is refused"),
    /** A different MatchingID is associated with this ICCID. */
    MATCHING_ID_DIFFERENT("8.2.6", "3.10", "A different MatchingID is associated with this ICCID"),
    /** The Confirmation Code is missing. */
    CONFIRMATION_CODE_MISSING("8.2.7", "2.2", "The Confirmation Code is missing"),
    /** The Confirmation Code is refused. */
    CONFIRMATION_CODE_REFUSED("8.2.7", "3.8", "The Confirmation Code is refused"),
    /** The maximum number of retries for the Confirmation Code has been exceeded. */
    CONFIRMATION_CODE_RETRIES_EXCEEDED(
            "8.2.7", "6.4", "The maximum number of retries for the Confirmation Code has been exceeded"),
    /** The provided SM-DP+ OID is invalid. */
    SMDP_OID_INVALID("8.8", "3.10", "The provided SM-DP+ OID is invalid"),
    /** The SM-DP+ address is invalid. */
    SMDP_ADDRESS_INVALID("8.8.1", "3.8", "The SM-DP+ address is invalid"),
    /** None of the proposed Public Key Identifiers is supported by the SM-DP+. */
    SMDP_PUBLIC_KEY_IDENTIFIERS_UNSUPPORTED(
            "8.8.2", "3.1", "None of the proposed Public Key Identifiers is supported by the SM-DP+"),
    /** The Specification Version Number of the eUICC is not supported by the SM-DP+. */
    SMDP_SVN_UNSUPPORTED(
            "8.8.3", "3.1", "The Specification Version Number of the eUICC is not supported by the SM-DP+"),
    /** The SM-DP+ has no CERT.DPauth signed by one of the CI Public Keys supported by the eUICC. */
    SMDP_CERTIFICATE_UNAVAILABLE(
            "8.8.4", "3.7", "The SM-DP+ has no CERT.DPauth signed by one of the CI Public Keys supported by the eUICC"),
    /** The Download order has expired. */
    DOWNLOAD_ORDER_EXPIRED("8.8.5", "4.10", "The Download order has expired"),
    /** The maximum number of retries for the Profile download order has been exceeded. */
    DOWNLOAD_RETRIES_EXCEEDED(
            "8.8.5", "6.4", "The maximum number of retries for the Profile download order has been exceeded"),
    /** The SM-DS raised an error. */
    SMDS_ERROR("8.9", "4.2", "The SM-DS raised an error"),
    /** The smdsAddress is invalid or not reachable. */
    SMDS_ADDRESS_INVALID("8.9", "5.1", "The smdsAddress is invalid or not reachable"),
    /** The RSP session identified by the TransactionID is unknown. */
    TRANSACTION_ID_UNKNOWN("8.10.1", "3.9", "The RSP session identified by the TransactionID is unknown"),
    /** The CI Public Key is unknown. */
    CI_PUBLIC_KEY_UNKNOWN("8.11.1", "3.9", "The CI Public Key is unknown");

    private final String subjectCode;
    private final String reasonCode;
    private final String meaning;

    StatusCode(String subjectCode, String reasonCode, String meaning) {
        this.subjectCode = subjectCode;
        this.reasonCode = reasonCode;
        this.meaning = meaning;
    }

    /** The subject in the numbering of the standard, for instance {@code 8.2.6}. */
    public String subjectCode() {
        return subjectCode;
    }

    /** The reason in the numbering of the standard, for instance {@code 3.8}. */
    public String reasonCode() {
        return reasonCode;
    }

    /** What the pair means, a sentence in English without its full stop. */
    public String meaning() {
        return meaning;
    }
}
