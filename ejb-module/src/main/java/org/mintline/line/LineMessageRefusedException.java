package org.mintline.line;

import jakarta.ejb.ApplicationException;

/** A message that a {@link LineReceiver} can never take in. */
@ApplicationException(rollback = true)
public final class LineMessageRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason in words, without secrets */
    public LineMessageRefusedException(String reason) {
        super(reason);
    }

    /** @param reason in words, without secrets */
    public LineMessageRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
