package org.mintline.rsp.factory;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * What the maker of an eUICC gives to an SM-DP+ (Esed1 of SGP.41) and to the device maker (Esed2): the keys that wait in it, signed,
 * with its certificates; 'FF30'. Nothing of it is secret. {@link PreloadedKeysVerifier} says whether it is genuine.
 *
 * @param signed 'FF31'
 * @param euiccSignature '5F37', made with SK.EUICC.ECDSA over the data object {@code signed}
 * @param euiccCertificate '30', CERT.EUICC.ECDSA, encoded
 * @param eumCertificate '30', CERT.EUM.ECDSA, encoded
 */
public record PreloadedKeys(
        PreloadedKeysSigned signed, EcdsaSignature euiccSignature, byte[] euiccCertificate, byte[] eumCertificate) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF30;

    /** Reads the whole of an input. */
    public static PreloadedKeys decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /**
     * Reads the data object 'FF30'.
     *
     * @throws DecodeException if it is malformed
     */
    public static PreloadedKeys decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "PreloadedKeys").reader();
        return new PreloadedKeys(
                PreloadedKeysSigned.decode(reader.next("preloadedKeysSigned")),
                EcdsaSignature.decode(reader.next("euiccSignature")),
                reader.require(0x30, "euiccCertificate").encoded(),
                reader.require(0x30, "eumCertificate").encoded());
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return new TlvWriter()
                .encoded(signed.encoded())
                .encoded(euiccSignature.encoded())
                .encoded(euiccCertificate)
                .encoded(eumCertificate)
                .wrap(TAG);
    }
}
