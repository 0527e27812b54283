package org.mintline.rsp.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The key derivation function of ANSI X9.63 with SHA-256 (BSI TR-03111, clause 4.3.3). */
public final class X963KeyDerivation {
    private static final int HASH_LENGTH = 32;
    private static final int MAXIMUM_LENGTH = 1024;

    private X963KeyDerivation() {}

    /**
     * Derives key data.
     *
     * @param sharedSecret the result of the key agreement
     * @param sharedInfo what both sides know, may be empty
     * @param length how many bytes are wanted, 1 to 1,024
     */
    public static byte[] derive(byte[] sharedSecret, byte[] sharedInfo, int length) {
        if (length < 1 || length > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("length of " + length + " bytes");
        }
        byte[] keyData = new byte[length];
        int position = 0;
        for (int counter = 1; position < length; counter++) {
            byte[] counterOctets = ByteBuffer.allocate(4).putInt(counter).array();
            byte[] block = Cryptography.sha256(sharedSecret, counterOctets, sharedInfo);
            int count = Math.min(HASH_LENGTH, length - position);
            System.arraycopy(block, 0, keyData, position, count);
            Arrays.fill(block, (byte) 0);
            position += count;
        }
        return keyData;
    }
}
