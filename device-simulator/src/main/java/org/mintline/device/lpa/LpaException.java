package org.mintline.device.lpa;

/** The LPA cannot go on: the eUICC or the network does not do what it should. */
public class LpaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is the matter, for the end user */
    public LpaException(String message) {
        super(message);
    }

    /** @param message what is the matter, for the end user */
    public LpaException(String message, Throwable cause) {
        super(message, cause);
    }
}
