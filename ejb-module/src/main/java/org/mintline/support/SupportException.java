package org.mintline.support;

import jakarta.ejb.ApplicationException;

/** The support server does not do what it was asked; its caller is told why. */
@ApplicationException(rollback = true)
public final class SupportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What kind of refusal it is. */
    public enum Reason {
        /** What was given is not what it has to be. */
        MALFORMED,
        /** There is no such thing. */
        UNKNOWN,
        /** Something else has that name, number or certificate. */
        TAKEN,
        /** The state of the thing does not allow it. */
        NOT_NOW,
        /** Another station has it. */
        WITH_ANOTHER_STATION,
        /** The evidence does not authenticate the device, or policy does not allow the manner. */
        NOT_AUTHENTICATED
    }

    /** @param sentence why, in plain words, without secrets */
    public SupportException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** What kind of refusal it is. */
    public Reason reason() {
        return reason;
    }
}
