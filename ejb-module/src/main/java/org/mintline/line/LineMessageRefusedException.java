package org.mintline.line;

/** A message that a {@link LineReceiver} can never take in. */
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
