package org.mintline.rsp.certificate;

/** A certificate, or one above it, was not accepted. Says which one it is about and why, so that the caller can answer. */
public final class CertificateRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Malformed, wrongly signed, of the wrong role, not yet valid, or against its profile. */
        INVALID,
        /** Its time is over. */
        EXPIRED,
        /** It is on a CRL of its issuer. */
        REVOKED,
        /** No trusted CI has the key at which its chain ends. */
        UNKNOWN_CI,
        /** The EID is none that its EUM may issue for. */
        EID_OUTSIDE_RANGE
    }

    private final CertificateRole role;
    private final Reason reason;

    /**
     * @param role whose certificate is refused
     * @param reason why
     * @param detail what was found
     */
    public CertificateRejectedException(CertificateRole role, Reason reason, String detail) {
        super("certificate of " + role + " is refused: " + detail);
        this.role = role;
        this.reason = reason;
    }

    /** Whose certificate is refused; one above it in the chain counts as its own, an EUM sub-CA as the EUM. */
    public CertificateRole role() {
        return role;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
