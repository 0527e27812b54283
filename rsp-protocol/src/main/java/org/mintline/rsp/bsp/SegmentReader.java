package org.mintline.rsp.bsp;

import java.security.MessageDigest;
import java.util.Arrays;
import org.mintline.rsp.crypto.Aes128;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * The eUICC side of BSP: checks segments in their order and gives back what they carry (SGP.22 v2.5, clause 2.6.4.4).
 *
 * <p>The first segment that is refused ends it: every later one is refused too. Not for use by several threads at once.
 */
public final class SegmentReader {
    /** The longest protected segment, in bytes with tag, length and MAC (SGP.22 v2.5, clause 2.5.3). */
    public static final int MAXIMUM_SEGMENT = 1020;

    /** The length of the MAC at the end of a segment, in bytes. */
    public static final int MAC_LENGTH = SegmentChain.MAC_LENGTH;

    private final SegmentChain chain;
    private boolean refused;

    /** @param keys of this run of segments; the block counter begins at 1 */
    public SegmentReader(BspKeys keys) {
        chain = new SegmentChain(keys);
    }

    /**
     * Checks and decrypts the next segment.
     *
     * @param tag what it must be: 0x86 or 0x87
     * @param segment tag, length, cipher text and MAC
     * @return the plain bytes
     * @throws BspException if the segment is not the next one of this run, or was altered
     */
    public byte[] decrypt(int tag, byte[] segment) {
        Tlv element = structure(tag, segment);
        int length = element.length() - SegmentChain.MAC_LENGTH;
        if (length < Aes128.BLOCK_LENGTH || length % Aes128.BLOCK_LENGTH != 0) {
            throw refuse(BspException.Reason.STRUCTURE, "cipher text of " + length + " bytes is no whole blocks");
        }
        byte[] fullMac = verifiedMac(segment);
        byte[] padded = chain.encryption().decryptCbc(chain.icv(), segment, element.valueOffset(), length);
        chain.advance(fullMac);
        return withoutPadding(padded);
    }

    /**
     * Checks the next segment, which is not encrypted.
     *
     * @param tag what it must be: 0x88
     * @param segment tag, length, content and MAC
     * @return the content
     * @throws BspException if the segment is not the next one of this run, or was altered
     */
    public byte[] verify(int tag, byte[] segment) {
        Tlv element = structure(tag, segment);
        chain.advance(verifiedMac(segment));
        return Arrays.copyOfRange(segment, element.valueOffset(), segment.length - SegmentChain.MAC_LENGTH);
    }

    private Tlv structure(int tag, byte[] segment) {
        if (refused) {
            throw refuse(BspException.Reason.SECURITY, "a segment before this one was refused");
        }
        if (segment.length > MAXIMUM_SEGMENT) {
            throw refuse(BspException.Reason.STRUCTURE, "segment of " + segment.length + " bytes");
        }
        try {
            Tlv element = Tlv.decode(segment, DecodeLimits.MESSAGE);
            if (element.tag() == tag && element.length() > SegmentChain.MAC_LENGTH) {
                return element;
            }
            throw refuse(BspException.Reason.STRUCTURE, "no segment " + Integer.toHexString(tag) + ": " + element);
        } catch (DecodeException e) {
            throw refuse(BspException.Reason.STRUCTURE, e.getMessage());
        }
    }

    private byte[] verifiedMac(byte[] segment) {
        int authenticated = segment.length - SegmentChain.MAC_LENGTH;
        byte[] fullMac = chain.mac(segment, authenticated);
        byte[] received = Arrays.copyOfRange(segment, authenticated, segment.length);
        if (!MessageDigest.isEqual(SegmentChain.shortened(fullMac), received)) {
            throw refuse(BspException.Reason.SECURITY, "the MAC is wrong");
        }
        return fullMac;
    }

    private byte[] withoutPadding(byte[] padded) {
        int end = padded.length - 1;
        while (end > padded.length - Aes128.BLOCK_LENGTH && padded[end] == 0) {
            end--;
        }
        if (padded[end] != (byte) 0x80) {
            throw refuse(BspException.Reason.SECURITY, "the padding is wrong");
        }
        return Arrays.copyOf(padded, end);
    }

    private BspException refuse(BspException.Reason reason, String detail) {
        refused = true;
        return new BspException(reason, detail);
    }
}
