package org.mintline.rsp.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES in Galois/Counter Mode with a nonce of 12 and a tag of 16 bytes (NIST SP 800-38D). */
public final class AesGcm {
    /** The length of a nonce, in bytes. A nonce is used once under a key. */
    public static final int NONCE_LENGTH = 12;

    /** The length of the tag at the end of the cipher text, in bytes. */
    public static final int TAG_LENGTH = 16;

    private AesGcm() {}

    /**
     * Encrypts and authenticates.
     *
     * @param key an AES key of 16 or 32 bytes
     * @param nonce 12 bytes, never used before under this key
     * @param associatedData what is authenticated along with it and not encrypted, may be empty
     * @param plain the bytes in the clear
     * @return cipher text and tag
     */
    public static byte[] seal(SecretKey key, byte[] nonce, byte[] associatedData, byte[] plain) {
        return seal(newCipher(), key, nonce, associatedData, plain);
    }

    /** The same with a cipher that serves a run of messages. */
    static byte[] seal(Cipher cipher, SecretKey key, byte[] nonce, byte[] associatedData, byte[] plain) {
        try {
            begin(cipher, Cipher.ENCRYPT_MODE, key, nonce, associatedData);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("encrypt in GCM mode", e);
        }
    }

    /**
     * Checks and decrypts.
     *
     * @param sealed cipher text and tag
     * @return the bytes in the clear, or empty if key, nonce, associated data or a byte of the cipher text is another
     */
    public static Optional<byte[]> open(SecretKey key, byte[] nonce, byte[] associatedData, byte[] sealed) {
        return open(newCipher(), key, nonce, associatedData, sealed);
    }

    /** The same with a cipher that serves a run of messages. */
    static Optional<byte[]> open(Cipher cipher, SecretKey key, byte[] nonce, byte[] associatedData, byte[] sealed) {
        if (sealed.length < TAG_LENGTH) {
            return Optional.empty();
        }
        try {
            begin(cipher, Cipher.DECRYPT_MODE, key, nonce, associatedData);
            return Optional.of(cipher.doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("decrypt in GCM mode", e);
        }
    }

    /** A cipher for a run of messages, for one thread at a time: to look one up costs more than to encrypt a short message. */
    static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding", CryptoProviders.AES);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("set up GCM mode", e);
        }
    }

    private static void begin(Cipher cipher, int mode, SecretKey key, byte[] nonce, byte[] associatedData)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * 8, nonce));
        cipher.updateAAD(associatedData);
    }
}
