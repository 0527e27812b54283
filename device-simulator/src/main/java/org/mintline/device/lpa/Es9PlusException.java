package org.mintline.device.lpa;

import java.util.Optional;

/** The SM-DP+ answered that the function failed. */
public final class Es9PlusException extends LpaException {
    private static final long serialVersionUID = 1L;

    private final String subjectCode;
    private final String reasonCode;
    private final String errorCode;

    private Es9PlusException(String message, String subjectCode, String reasonCode, String errorCode) {
        super(message);
        this.subjectCode = subjectCode;
        this.reasonCode = reasonCode;
        this.errorCode = errorCode;
    }

    /** Of the JSON binding: status codes, for instance 8.2.6 and 3.8. */
    static Es9PlusException ofStatus(String function, String subjectCode, String reasonCode, String message) {
        return new Es9PlusException(
                function + " failed: " + subjectCode + "/" + reasonCode + " " + message, subjectCode, reasonCode, null);
    }

    /** Of the ASN.1 binding: a named error. */
    static Es9PlusException ofError(String function, Enum<?> error) {
        return new Es9PlusException(function + " failed: " + error, null, null, error.name());
    }

    /** The subject code, in the JSON binding. */
    public Optional<String> subjectCode() {
        return Optional.ofNullable(subjectCode);
    }

    /** The reason code, in the JSON binding. */
    public Optional<String> reasonCode() {
        return Optional.ofNullable(reasonCode);
    }

    /** The name of the error, in the ASN.1 binding. */
    public Optional<String> errorCode() {
        return Optional.ofNullable(errorCode);
    }
}
