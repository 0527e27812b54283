package org.mintline.rsp.factory;

import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * The public half of a one-time key pair that waits in an eUICC, '30'.
 *
 * @param keyIdentifier '80', 16 random bytes; stands in the place of the TransactionID in InitialiseSecureChannel and in the
 *     ProfileInstallationResult
 * @param euiccOtpk '5F49', otPK.EUICC.ECKA: an uncompressed point of 65 bytes
 */
public record PreloadedKey(TransactionId keyIdentifier, byte[] euiccOtpk) {
    /** The length of a key identifier, in bytes. */
    public static final int IDENTIFIER_LENGTH = 16;

    private static final int TAG = 0x30;

    /**
     * @throws IllegalArgumentException if the identifier or the key have another length
     */
    public PreloadedKey {
        if (keyIdentifier.octets().length != IDENTIFIER_LENGTH || euiccOtpk.length != EllipticCurve.POINT_LENGTH) {
            throw new IllegalArgumentException("a preloaded key has an identifier of 16 bytes and a point of 65");
        }
    }

    /**
     * Reads the data object '30'.
     *
     * @throws DecodeException if it is malformed
     */
    public static PreloadedKey decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "preloadedKey").reader();
        return new PreloadedKey(
                decodeIdentifier(reader.require(0x80, "keyIdentifier")),
                reader.require(0x5F49, "euiccOtpk").octets(EllipticCurve.POINT_LENGTH, EllipticCurve.POINT_LENGTH));
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x80, keyIdentifier.octets())
                .octets(0x5F49, euiccOtpk)
                .wrap(TAG);
    }

    static TransactionId decodeIdentifier(Tlv tlv) {
        return TransactionId.of(tlv.octets(IDENTIFIER_LENGTH, IDENTIFIER_LENGTH));
    }
}
