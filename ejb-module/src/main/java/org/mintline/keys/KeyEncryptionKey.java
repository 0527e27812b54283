package org.mintline.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.rsp.crypto.AesGcm;
import org.mintline.rsp.crypto.Randomness;

/** The key that wraps all other keys of the database: AES-256-GCM. */
final class KeyEncryptionKey {
    static final int LENGTH = 32;
    private static final int CHECK_VALUE_LENGTH = 8;

    private final SecretKey key;
    private final String checkValue;

    /** @param octets 32 random bytes */
    KeyEncryptionKey(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("a key-encryption key has " + LENGTH + " bytes");
        }
        key = new SecretKeySpec(octets, "AES");
        checkValue = checkValue(octets);
    }

    /** Which key it is: 16 hexadecimal digits that tell nothing about the key. */
    String checkValue() {
        return checkValue;
    }

    /** Nonce, cipher text and tag. */
    byte[] wrap(String context, byte[] plain, Randomness randomness) {
        byte[] nonce = randomness.octets(AesGcm.NONCE_LENGTH);
        byte[] cipherText = AesGcm.seal(key, nonce, context.getBytes(StandardCharsets.UTF_8), plain);
        return ByteBuffer.allocate(nonce.length + cipherText.length)
                .put(nonce)
                .put(cipherText)
                .array();
    }

    /** What was wrapped, or empty if it was so under another key or context, or altered since. */
    Optional<byte[]> unwrap(String context, byte[] wrapped) {
        if (wrapped.length < AesGcm.NONCE_LENGTH) {
            return Optional.empty();
        }
        return AesGcm.open(
                key,
                Arrays.copyOf(wrapped, AesGcm.NONCE_LENGTH),
                context.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(wrapped, AesGcm.NONCE_LENGTH, wrapped.length));
    }

    private static String checkValue(byte[] octets) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(octets, "HmacSHA256"));
            byte[] value = mac.doFinal("check value of a key-encryption key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(value, 0, CHECK_VALUE_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
