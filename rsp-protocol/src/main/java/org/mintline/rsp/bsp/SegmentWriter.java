package org.mintline.rsp.bsp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.mintline.rsp.crypto.Aes128;
import org.mintline.rsp.tlv.Tlv;

/**
 * The SM-DP+ side of BSP: makes segments in their order (SGP.22 v2.5, clauses 2.5.3 and 2.6.4.4).
 *
 * <p>Not for use by several threads at once.
 */
public final class SegmentWriter {
    /** The most that one segment carries, in bytes: a protected segment has at most 1,020 with tag, length, padding and MAC. */
    public static final int MAXIMUM_PAYLOAD = 1007;

    private final SegmentChain chain;

    /** @param keys of this run of segments; the block counter begins at 1 */
    public SegmentWriter(BspKeys keys) {
        chain = new SegmentChain(keys);
    }

    /**
     * Encrypts and MACs, in as many segments as it takes.
     *
     * @param tag 0x86 or 0x87
     * @param data the plain bytes, at least one
     * @return the protected segments, one after the other
     */
    public byte[] encryptAndMac(int tag, byte[] data) {
        return split(data, (offset, length) -> encryptAndMacOne(tag, data, offset, length));
    }

    /**
     * MACs without encrypting, in as many segments as it takes.
     *
     * @param tag 0x88
     * @param data the bytes, at least one
     * @return the protected segments, one after the other
     */
    public byte[] macOnly(int tag, byte[] data) {
        return split(data, (offset, length) -> macAndAdvance(tag, Arrays.copyOfRange(data, offset, offset + length)));
    }

    private byte[] encryptAndMacOne(int tag, byte[] data, int offset, int length) {
        byte[] padded = new byte[(length / Aes128.BLOCK_LENGTH + 1) * Aes128.BLOCK_LENGTH];
        System.arraycopy(data, offset, padded, 0, length);
        padded[length] = (byte) 0x80;
        chain.encryption().encryptCbc(chain.icv(), padded, 0, padded.length);
        return macAndAdvance(tag, padded);
    }

    private byte[] macAndAdvance(int tag, byte[] content) {
        byte[] header = Tlv.header(tag, content.length + SegmentChain.MAC_LENGTH);
        byte[] segment = Arrays.copyOf(header, header.length + content.length + SegmentChain.MAC_LENGTH);
        System.arraycopy(content, 0, segment, header.length, content.length);
        int authenticated = header.length + content.length;
        byte[] fullMac = chain.mac(segment, authenticated);
        System.arraycopy(fullMac, 0, segment, authenticated, SegmentChain.MAC_LENGTH);
        chain.advance(fullMac);
        return segment;
    }

    private static byte[] split(byte[] data, OneSegment protection) {
        if (data.length == 0) {
            throw new IllegalArgumentException("there is nothing to protect");
        }
        int count = (data.length + MAXIMUM_PAYLOAD - 1) / MAXIMUM_PAYLOAD;
        ByteArrayOutputStream segments = new ByteArrayOutputStream(data.length + 32 * count);
        for (int offset = 0; offset < data.length; offset += MAXIMUM_PAYLOAD) {
            segments.writeBytes(protection.of(offset, Math.min(MAXIMUM_PAYLOAD, data.length - offset)));
        }
        return segments.toByteArray();
    }

    private interface OneSegment {
        byte[] of(int offset, int length);
    }
}
