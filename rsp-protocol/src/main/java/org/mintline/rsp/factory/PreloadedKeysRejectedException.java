package org.mintline.rsp.factory;

/** What an eUICC says of its keys was not accepted, though its certificates are in order. */
public final class PreloadedKeysRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** SK.EUICC did not sign these bytes. */
        WRONG_SIGNATURE,
        /** CERT.EUICC is of another EID than the signed one. */
        OTHER_EID,
        /** A one-time key is no point of the curve of CERT.EUICC. */
        KEY_NOT_ON_CURVE,
        /** A key identifier stands there twice. */
        REPEATED_KEY_IDENTIFIER
    }

    private final Reason reason;

    /** @param reason why */
    public PreloadedKeysRejectedException(Reason reason) {
        super("preloaded keys are refused: " + reason);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
