package org.mintline.rsp.status;

/**
 * A function of RSP ended without success: its function execution status is {@code Failed} (SGP.22 v2.5, clause 5.2.6).
 *
 * <p>Roles throw it, each binding turns it into its own form of answer. The detail is for the caller and for the audit
 * trail; it carries no secret.
 */
public class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusCode statusCode;
    private final String subjectIdentifier;

    /**
     * @param statusCode what is answered
     * @param detail what happened in this case, for the one who reads the message
     */
    public FunctionException(StatusCode statusCode, String detail) {
        this(statusCode, null, detail);
    }

    /**
     * @param statusCode what is answered
     * @param subjectIdentifier which one of its kind the subject is (an ICCID, say), or null
     * @param detail what happened in this case, for the one who reads the message
     */
    public FunctionException(StatusCode statusCode, String subjectIdentifier, String detail) {
        super(detail);
        this.statusCode = statusCode;
        this.subjectIdentifier = subjectIdentifier;
    }

    /** What is answered. */
    public StatusCode statusCode() {
        return statusCode;
    }

    /** Which one of its kind the subject is, or null. */
    public String subjectIdentifier() {
        return subjectIdentifier;
    }
}
