package org.mintline.web.rest.rsp;

/**
 * The header of a JSON answer (SGP.22 v2.5, clause 6.5.1.4).
 *
 * @param functionExecutionStatus how the function ended
 */
public record ResponseHeader(FunctionExecutionStatus functionExecutionStatus) {
    /** The header of a function that did what it was asked. */
    public static final ResponseHeader EXECUTED_SUCCESS =
            new ResponseHeader(new FunctionExecutionStatus("Executed-Success", null));

    /**
     * How a function ended (clause 5.2.6).
     *
     * @param status {@code Executed-Success} or {@code Failed}
     * @param statusCodeData what is the matter; null after success
     */
    public record FunctionExecutionStatus(String status, StatusCodeData statusCodeData) {}

    /**
     * What is the matter (clause 5.2.6).
     *
     * @param subjectCode what the status is about, for instance {@code 8.2.6}
     * @param reasonCode what is the matter with it, for instance {@code 3.8}
     * @param subjectIdentifier which one of its kind the subject is, or null
     * @param message a sentence for the one who looks for the cause
     */
    public record StatusCodeData(String subjectCode, String reasonCode, String subjectIdentifier, String message) {}

    /** The header of a function that failed. */
    static ResponseHeader failed(Failure failure) {
        String meaning = failure.statusCode().meaning();
        String detail = failure.detail();
        return new ResponseHeader(new FunctionExecutionStatus(
                "Failed",
                new StatusCodeData(
                        failure.statusCode().subjectCode(),
                        failure.statusCode().reasonCode(),
                        failure.subjectIdentifier(),
                        detail == null || detail.isBlank() ? meaning : meaning + ": " + detail)));
    }
}
