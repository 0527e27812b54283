package org.mintline.web.rest.rsp;

import org.mintline.rsp.status.StatusCode;

/** A request was refused by its binding, before it reached a role. */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusCode statusCode;

    /**
     * @param statusCode what is answered
     * @param detail what is wrong, without what was sent
     */
    public RefusedRequestException(StatusCode statusCode, String detail) {
        super(detail);
        this.statusCode = statusCode;
    }

    /** What is answered. */
    public StatusCode statusCode() {
        return statusCode;
    }
}
