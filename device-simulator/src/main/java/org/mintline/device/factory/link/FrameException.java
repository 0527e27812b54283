package org.mintline.device.factory.link;

/** What came is no frame; the next one can be. */
public final class FrameException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why it is none. */
    public enum Reason {
        /** Fewer bytes than a frame has, or another number than it announces. */
        WRONG_LENGTH,
        /** More bytes than a frame may have. */
        TOO_LONG,
        /** An escape without what it stands for. */
        WRONG_ESCAPE,
        /** The check sum is that of other bytes. */
        WRONG_CHECK_SUM,
        /** A type that is not known. */
        UNKNOWN_TYPE
    }

    private final Reason reason;

    FrameException(Reason reason) {
        super("no frame: " + reason);
        this.reason = reason;
    }

    /** Why it is none. */
    public Reason reason() {
        return reason;
    }
}
