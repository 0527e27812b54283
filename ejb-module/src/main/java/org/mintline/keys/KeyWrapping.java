package org.mintline.keys;

/** Wraps keys that the database keeps under the installation's key-encryption key. */
public interface KeyWrapping {
    /**
     * A key as the database keeps it.
     *
     * @param kekCheckValue which key-encryption key wraps it, 16 hexadecimal digits
     * @param wrapped nonce, cipher text and tag
     */
    record Wrapped(String kekCheckValue, byte[] wrapped) {}

    /**
     * Wraps a key under the key-encryption key of today.
     *
     * @param context what the key is for; the same is needed to unwrap it
     * @param key the bytes in the clear
     */
    Wrapped wrap(String context, byte[] key);

    /**
     * Unwraps a key, under the key-encryption key of today or the one before.
     *
     * @throws SealBrokenException if it was altered, moved, or wrapped under a key that is not configured
     */
    byte[] unwrap(String context, Wrapped wrapped);

    /** Whether a key is wrapped under the key-encryption key of today. */
    boolean isCurrent(String kekCheckValue);
}
