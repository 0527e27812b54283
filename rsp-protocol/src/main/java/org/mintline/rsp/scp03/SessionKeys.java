package org.mintline.rsp.scp03;

import java.nio.ByteBuffer;
import org.mintline.rsp.crypto.CounterModeKeyDerivation;

/**
 * What two challenges make of a key set (GlobalPlatform Card Specification, Amendment D v1.2, clauses 6.2.1 and 6.2.2).
 *
 * @param sMac S-MAC, 16 bytes
 * @param sRmac S-RMAC, 16 bytes
 * @param cardCryptogram by which the card proves its keys
 * @param hostCryptogram by which the host proves its keys
 */
record SessionKeys(byte[] sMac, byte[] sRmac, byte[] cardCryptogram, byte[] hostCryptogram) {
    private static final int LABEL = 12;
    private static final int CARD_CRYPTOGRAM = 0x00;
    private static final int HOST_CRYPTOGRAM = 0x01;
    private static final int S_MAC = 0x06;
    private static final int S_RMAC = 0x07;

    static SessionKeys derive(KeySet keys, byte[] hostChallenge, byte[] cardChallenge) {
        byte[] context = ByteBuffer.allocate(hostChallenge.length + cardChallenge.length)
                .put(hostChallenge)
                .put(cardChallenge)
                .array();
        byte[] sMac = derive(keys.mac(), S_MAC, context, KeySet.KEY_LENGTH);
        return new SessionKeys(
                sMac,
                derive(keys.mac(), S_RMAC, context, KeySet.KEY_LENGTH),
                derive(sMac, CARD_CRYPTOGRAM, context, cardChallenge.length),
                derive(sMac, HOST_CRYPTOGRAM, context, cardChallenge.length));
    }

    private static byte[] derive(byte[] key, int constant, byte[] context, int length) {
        byte[] label = new byte[LABEL];
        label[LABEL - 1] = (byte) constant;
        return CounterModeKeyDerivation.derive(key, label, context, length);
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "SessionKeys[hidden]";
    }
}
