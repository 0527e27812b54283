package org.mintline.device.es2plus;

import java.io.IOException;

/** The SM-DP+ answered that a function of ES2+ failed. */
public final class Es2PlusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String subjectCode;
    private final String reasonCode;

    Es2PlusException(String function, String subjectCode, String reasonCode, String message) {
        super(function + " failed: " + subjectCode + "/" + reasonCode + " " + message);
        this.subjectCode = subjectCode;
        this.reasonCode = reasonCode;
    }

    /** The subject code, for instance 8.2.1. */
    public String subjectCode() {
        return subjectCode;
    }

    /** The reason code, for instance 3.9. */
    public String reasonCode() {
        return reasonCode;
    }
}
