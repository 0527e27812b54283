package org.mintline.rsp.bsp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mintline.rsp.crypto.Aes128;
import org.mintline.rsp.crypto.AesCmac;

/** What both ends keep from segment to segment: the block counter and the MAC chaining value (SGP.22 v2.5, clause 2.6.4.4). */
final class SegmentChain {
    static final int MAC_LENGTH = 8;

    private final Aes128 encryption;
    private final AesCmac authentication;
    private byte[] macChainingValue;
    private long blockCounter = 1;

    SegmentChain(BspKeys keys) {
        encryption = new Aes128(keys.sEnc());
        authentication = new AesCmac(keys.sMac());
        macChainingValue = keys.initialMacChainingValue();
    }

    Aes128 encryption() {
        return encryption;
    }

    /** The initial chaining value of the segment at hand: the block counter, enciphered under S-ENC. */
    byte[] icv() {
        return encryption.encryptBlock(ByteBuffer.allocate(Aes128.BLOCK_LENGTH)
                .putLong(8, blockCounter)
                .array());
    }

    /** The full MAC of the segment at hand, over chaining value, tag, length (MAC included) and data: its first bytes. */
    byte[] mac(byte[] segment, int authenticated) {
        return authentication.mac(macChainingValue, segment, authenticated);
    }

    /** Goes on to the next segment; segments that are only MACed count too. */
    void advance(byte[] fullMac) {
        macChainingValue = fullMac;
        blockCounter++;
    }

    static byte[] shortened(byte[] fullMac) {
        return Arrays.copyOf(fullMac, MAC_LENGTH);
    }
}
