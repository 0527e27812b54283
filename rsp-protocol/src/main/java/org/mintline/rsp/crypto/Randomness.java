package org.mintline.rsp.crypto;

/**
 * Where random octets come from: transaction identifiers, challenges, one-time keys, profile protection keys.
 *
 * <p>Given to whoever needs it, so that a session can be replayed byte for byte.
 */
@FunctionalInterface
public interface Randomness {
    /** Fills the whole array with octets that nobody can predict. */
    void fill(byte[] target);

    /**
     * Makes a new array of random octets.
     *
     * @param length how many
     */
    default byte[] octets(int length) {
        byte[] octets = new byte[length];
        fill(octets);
        return octets;
    }
}
