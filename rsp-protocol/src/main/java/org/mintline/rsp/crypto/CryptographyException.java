package org.mintline.rsp.crypto;

/**
 * A cryptographic operation could not be carried out: the key does not fit the operation, or the provider failed.
 *
 * <p>Not for input from outside that is wrong: a bad signature is {@code false}, a bad encoding is a
 * {@link org.mintline.rsp.tlv.DecodeException}. Carries no key material.
 */
public final class CryptographyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param operation what was to be done, for instance {@code sign}
     * @param cause what the provider said
     */
    public CryptographyException(String operation, Throwable cause) {
        super("cannot " + operation, cause);
    }

    /** @param message what is wrong, without key material */
    public CryptographyException(String message) {
        super(message);
    }
}
