package org.mintline.rsp.bsp;

/** A protected segment was refused. After it the reader takes no further segment. */
public final class BspException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why: tells the two error reasons of a ProfileInstallationResult apart (SGP.22 v2.5, clause 2.5.6). */
    public enum Reason {
        /** The segment is no data object of the expected form: scp03tStructureError. */
        STRUCTURE,
        /** The MAC or the padding is wrong, or a segment before it was refused: scp03tSecurityError. */
        SECURITY
    }

    private final Reason reason;

    /**
     * @param reason which of the two
     * @param detail what was found, without key material and plain text
     */
    public BspException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Which of the two. */
    public Reason reason() {
        return reason;
    }
}
