package org.mintline.rsp.scp03;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The answer to INITIALIZE UPDATE (GlobalPlatform Card Specification, Amendment D v1.2, clause 7.1.1.6), of random challenges.
 *
 * @param keyDiversificationData 10 bytes; says which device's keys these are
 * @param keyVersion the key version number that the card uses
 * @param options "i" of SCP03
 * @param cardChallenge 8 or 16 bytes
 * @param cardCryptogram as long
 */
record InitializeUpdateResponse(
        byte[] keyDiversificationData, int keyVersion, int options, byte[] cardChallenge, byte[] cardCryptogram) {
    static final int DIVERSIFICATION_DATA = 10;
    private static final int SCP03 = 0x03;
    private static final int KEY_INFORMATION = 3;
    private static final int SEQUENCE_COUNTER = 3;
    private static final String NAME = "INITIALIZE UPDATE response";

    static InitializeUpdateResponse decode(byte[] input, ChallengeLength length) {
        int fixed = DIVERSIFICATION_DATA + KEY_INFORMATION + 2 * length.octets();
        if (input.length != fixed && input.length != fixed + SEQUENCE_COUNTER) {
            throw new DecodeException(NAME, 0, "has " + input.length + " bytes, not " + fixed);
        }
        ByteBuffer buffer = ByteBuffer.wrap(input);
        byte[] diversification = next(buffer, DIVERSIFICATION_DATA);
        int version = buffer.get() & 0xFF;
        if (buffer.get() != SCP03) {
            throw new DecodeException(NAME, DIVERSIFICATION_DATA + 1, "is not of SCP03");
        }
        int options = buffer.get() & 0xFF;
        return new InitializeUpdateResponse(
                diversification, version, options, next(buffer, length.octets()), next(buffer, length.octets()));
    }

    byte[] encoded() {
        return ByteBuffer.allocate(DIVERSIFICATION_DATA + KEY_INFORMATION + 2 * cardChallenge.length)
                .put(Arrays.copyOf(keyDiversificationData, DIVERSIFICATION_DATA))
                .put((byte) keyVersion)
                .put((byte) SCP03)
                .put((byte) options)
                .put(cardChallenge)
                .put(cardCryptogram)
                .array();
    }

    private static byte[] next(ByteBuffer buffer, int length) {
        byte[] part = new byte[length];
        buffer.get(part);
        return part;
    }
}
