package org.mintline.rsp.identification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Confirmation Code, which the end user types before a download (SGP.22 v2.5, clauses 4.7 and 5.7.5). A secret: a server
 * stores its {@link #hash()} only.
 */
public final class ConfirmationCode {
    private static final int MAXIMUM_LENGTH = 64;

    private final String text;

    /**
     * @param text 1 to 64 characters as the end user types them, without control characters
     * @throws IllegalArgumentException if it is none
     */
    public ConfirmationCode(String text) {
        if (text.isEmpty() || text.length() > MAXIMUM_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a Confirmation Code has 1 to 64 characters");
        }
        this.text = text;
    }

    /** SHA-256 of the code in UTF-8, 32 bytes. */
    public byte[] hash() {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hashed Confirmation Code of a session: SHA-256(SHA-256(code) || TransactionID).
     *
     * @param hash what {@link #hash()} gave, 32 bytes
     * @param transactionId of the session
     * @return 32 bytes
     */
    public static byte[] hashCc(byte[] hash, TransactionId transactionId) {
        return sha256(hash, transactionId.octets());
    }

    /**
     * Whether a device knows the code, compared in constant time.
     *
     * @param hash what {@link #hash()} gave, 32 bytes
     * @param transactionId of the session
     * @param hashCc what the device sent
     */
    public static boolean matches(byte[] hash, TransactionId transactionId, byte[] hashCc) {
        return MessageDigest.isEqual(hashCc(hash, transactionId), hashCc);
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "ConfirmationCode[hidden]";
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
