package org.mintline.rsp.factory;

import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10f.DeleteUnusedKeys, 'FF22'. Asked again, an eUICC names all deleted keys again, so that an answer that got lost
 * harms nothing. {@link PreloadedKeysVerifier} says whether it is genuine.
 *
 * @param signed 'FF32'
 * @param euiccSignature '5F37', made with SK.EUICC.ECDSA over the data object {@code signed}
 * @param euiccCertificate '30', CERT.EUICC.ECDSA, encoded
 * @param eumCertificate '30', CERT.EUM.ECDSA, encoded
 */
public record DeleteUnusedKeysResponse(
        DeletedKeysSigned signed, EcdsaSignature euiccSignature, byte[] euiccCertificate, byte[] eumCertificate) {
    /** The tag of the data object. */
    public static final int TAG = 0xFF22;

    /**
     * Reads the whole of an input.
     *
     * @throws DecodeException if it is malformed
     */
    public static DeleteUnusedKeysResponse decode(byte[] input) {
        TlvReader reader = Tlv.decode(input, DecodeLimits.MESSAGE)
                .expect(TAG, "DeleteUnusedKeysResponse")
                .reader();
        return new DeleteUnusedKeysResponse(
                DeletedKeysSigned.decode(reader.next("deletedKeysSigned")),
                EcdsaSignature.decode(reader.next("euiccSignature")),
                reader.require(0x30, "euiccCertificate").encoded(),
                reader.require(0x30, "eumCertificate").encoded());
    }

    /** The data object 'FF22'. */
    public byte[] encoded() {
        return new TlvWriter()
                .encoded(signed.encoded())
                .encoded(euiccSignature.encoded())
                .encoded(euiccCertificate)
                .encoded(eumCertificate)
                .wrap(TAG);
    }
}
