package org.mintline.factory;

import jakarta.ejb.ApplicationException;

/** What was asked for is not done; the caller is told why. */
@ApplicationException(rollback = true)
public final class FactoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What kind of refusal it is. */
    public enum Reason {
        /** What was given is not what it has to be. */
        MALFORMED,
        /** There is no such thing, or none of this caller's. */
        UNKNOWN,
        /** Something else has that name, number or certificate. */
        TAKEN,
        /** Its state does not allow it. */
        NOT_NOW,
        /** The eUICC, or what it signed, is not genuine. */
        NOT_GENUINE
    }

    /** @param sentence why, in plain words, without secrets */
    public FactoryException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** What kind of refusal it is. */
    public Reason reason() {
        return reason;
    }
}
