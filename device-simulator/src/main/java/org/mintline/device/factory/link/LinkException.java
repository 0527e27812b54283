package org.mintline.device.factory.link;

import java.io.IOException;

/** The other end cannot be reached, or does not speak as it should. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Reason {
        /** No answer came in time, however often it was asked. */
        NO_ANSWER,
        /** The answer is none that could be read. */
        MALFORMED_ANSWER
    }

    private final Reason reason;

    LinkException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}
