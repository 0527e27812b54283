package org.mintline.web.listener;

import java.io.IOException;

/** A request body went past what its path takes in; answered with HTTP 413. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param maximum the longest body of that path, in bytes */
    BodyTooLargeException(long maximum) {
        super("the request body is longer than " + maximum + " bytes");
    }
}
