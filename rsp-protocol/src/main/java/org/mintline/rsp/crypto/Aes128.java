package org.mintline.rsp.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-128 under one key: single blocks and CBC without padding (FIPS 197, NIST SP 800-38A).
 *
 * <p>Holds its cipher, so one object serves a whole run of segments; not for use by several threads at once.
 */
public final class Aes128 {
    /** The length of a key and of a block, in bytes. */
    public static final int BLOCK_LENGTH = 16;

    private final SecretKeySpec key;
    private final Cipher cbc;
    private Cipher ecb;

    /** @param key 16 bytes */
    public Aes128(byte[] key) {
        if (key.length != BLOCK_LENGTH) {
            throw new IllegalArgumentException("an AES-128 key has 16 bytes, not " + key.length);
        }
        try {
            this.key = new SecretKeySpec(key, "AES");
            this.cbc = Cipher.getInstance("AES/CBC/NoPadding", CryptoProviders.AES);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("set up AES", e);
        }
    }

    /** Enciphers one block of 16 bytes. */
    public byte[] encryptBlock(byte[] block) {
        if (block.length != BLOCK_LENGTH) {
            throw new IllegalArgumentException("a block has 16 bytes, not " + block.length);
        }
        try {
            if (ecb == null) {
                ecb = Cipher.getInstance("AES/ECB/NoPadding", CryptoProviders.AES);
                ecb.init(Cipher.ENCRYPT_MODE, key);
            }
            return ecb.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("encrypt a block", e);
        }
    }

    /**
     * Enciphers whole blocks in place.
     *
     * @param icv the initial chaining value, 16 bytes
     * @param data holds the blocks
     * @param offset where the first one begins
     * @param length a multiple of 16 bytes
     */
    public void encryptCbc(byte[] icv, byte[] data, int offset, int length) {
        cbc(Cipher.ENCRYPT_MODE, icv, data, offset, length, data, offset);
    }

    /**
     * Deciphers whole blocks.
     *
     * @param icv the initial chaining value, 16 bytes
     * @param data holds the blocks, and is left as it is
     * @param offset where the first one begins
     * @param length a multiple of 16 bytes
     * @return the plain blocks
     */
    public byte[] decryptCbc(byte[] icv, byte[] data, int offset, int length) {
        byte[] plain = new byte[length];
        cbc(Cipher.DECRYPT_MODE, icv, data, offset, length, plain, 0);
        return plain;
    }

    /** CBC with an all-zero chaining value, for {@link AesCmac}: leaves the last cipher block at the end of the data. */
    void chain(byte[] data, int length) {
        cbc(Cipher.ENCRYPT_MODE, new byte[BLOCK_LENGTH], data, 0, length, data, 0);
    }

    private void cbc(int mode, byte[] icv, byte[] data, int offset, int length, byte[] target, int targetOffset) {
        if (length % BLOCK_LENGTH != 0) {
            throw new IllegalArgumentException(length + " bytes are no whole blocks");
        }
        try {
            cbc.init(mode, key, new IvParameterSpec(icv));
            cbc.doFinal(data, offset, length, target, targetOffset);
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("run AES in CBC mode", e);
        }
    }
}
