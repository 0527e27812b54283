package org.mintline.rsp.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Key derivation in counter mode with AES-CMAC (NIST SP 800-108 revision 1, clause 4.1), in the order that SCP03 fixes for the input
 * of the CMAC: label, a zero byte, the length in two bytes, the counter in one byte, context (GlobalPlatform Card Specification,
 * Amendment D v1.2, clause 4.1.5).
 */
public final class CounterModeKeyDerivation {
    private static final int LONGEST = 255 * AesCmac.LENGTH;
    private static final int FIXED = 4;

    private CounterModeKeyDerivation() {}

    /**
     * Derives octets.
     *
     * @param key 16 bytes
     * @param label what the result is for
     * @param context for whom it is
     * @param length of the result, 1 to 4,080 bytes
     */
    public static byte[] derive(byte[] key, byte[] label, byte[] context, int length) {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("1 to " + LONGEST + " bytes are derived, not " + length);
        }
        AesCmac cmac = new AesCmac(key);
        int blocks = (length + AesCmac.LENGTH - 1) / AesCmac.LENGTH;
        ByteBuffer result = ByteBuffer.allocate(blocks * AesCmac.LENGTH);
        for (int block = 1; block <= blocks; block++) {
            byte[] input = ByteBuffer.allocate(label.length + FIXED + context.length)
                    .put(label)
                    .put((byte) 0)
                    .putShort((short) (length * Byte.SIZE))
                    .put((byte) block)
                    .put(context)
                    .array();
            result.put(cmac.mac(input));
        }
        byte[] derived = Arrays.copyOf(result.array(), length);
        Arrays.fill(result.array(), (byte) 0);
        return derived;
    }
}
