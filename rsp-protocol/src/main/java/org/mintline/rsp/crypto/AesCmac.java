package org.mintline.rsp.crypto;

import java.util.Arrays;

/**
 * AES-CMAC under one key (NIST SP 800-38B, RFC 4493), made of the JDK's AES-CBC, which is much faster than a CMAC in Java.
 *
 * <p>Holds its cipher and a buffer, so one object serves a whole run of segments; not for use by several threads at once.
 */
public final class AesCmac {
    /** The length of a full MAC, in bytes. */
    public static final int LENGTH = Aes128.BLOCK_LENGTH;

    private final Aes128 aes;
    private final byte[] subkey1;
    private final byte[] subkey2;
    private byte[] buffer = new byte[1056];

    /** @param key 16 bytes */
    public AesCmac(byte[] key) {
        aes = new Aes128(key);
        subkey1 = doubled(aes.encryptBlock(new byte[LENGTH]));
        subkey2 = doubled(subkey1);
    }

    /** The full MAC, 16 bytes, over the message. */
    public byte[] mac(byte[] message) {
        return mac(new byte[0], message, message.length);
    }

    /**
     * The full MAC, 16 bytes, over two parts.
     *
     * @param first taken whole
     * @param second follows it
     * @param secondLength how many of its first bytes are taken
     */
    public byte[] mac(byte[] first, byte[] second, int secondLength) {
        int length = first.length + secondLength;
        int padded = Math.max(LENGTH, (length + LENGTH - 1) / LENGTH * LENGTH);
        if (buffer.length < padded) {
            buffer = new byte[padded];
        }
        System.arraycopy(first, 0, buffer, 0, first.length);
        System.arraycopy(second, 0, buffer, first.length, secondLength);
        byte[] subkey = subkey1;
        if (length < padded) {
            Arrays.fill(buffer, length, padded, (byte) 0);
            buffer[length] = (byte) 0x80;
            subkey = subkey2;
        }
        for (int i = 0; i < LENGTH; i++) {
            buffer[padded - LENGTH + i] ^= subkey[i];
        }
        aes.chain(buffer, padded);
        return Arrays.copyOfRange(buffer, padded - LENGTH, padded);
    }

    /** Doubling in the field of 2^128 elements (RFC 4493, clause 2.3). */
    private static byte[] doubled(byte[] block) {
        byte[] result = new byte[LENGTH];
        int carry = 0;
        for (int i = LENGTH - 1; i >= 0; i--) {
            int shifted = (block[i] & 0xFF) << 1 | carry;
            result[i] = (byte) shifted;
            carry = shifted >>> 8;
        }
        result[LENGTH - 1] ^= (byte) (-carry & 0x87);
        return result;
    }
}
