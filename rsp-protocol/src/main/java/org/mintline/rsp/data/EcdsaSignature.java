package org.mintline.rsp.data;

import java.util.HexFormat;
import org.mintline.rsp.tlv.Tlv;

/**
 * A signature in a message, the data object '5F37' (SGP.22 v2.5, clause 2.6.7.2; BSI TR-03111).
 *
 * @param value 64 bytes r || s for curves of 256 bits. What comes from outside may have 1 to 192: a wrong length is for
 *     the verification to find
 */
public record EcdsaSignature(byte[] value) {
    /** [APPLICATION 55]. */
    public static final int TAG = 0x5F37;

    private static final int MAXIMUM_OCTETS = 192;

    /** Reads the data object '5F37'. */
    public static EcdsaSignature decode(Tlv tlv) {
        return new EcdsaSignature(tlv.expect(TAG, "signature").octets(1, MAXIMUM_OCTETS));
    }

    /** The data object '5F37', as further signatures cover it and as the JSON binding sends it. */
    public byte[] encoded() {
        return Tlv.encode(TAG, value);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
