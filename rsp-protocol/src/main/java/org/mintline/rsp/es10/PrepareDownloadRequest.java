package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10b.PrepareDownload, 'BF21' (SGP.22 v2.5, clause 5.7.5).
 *
 * @param smdpSigned2 '30'
 * @param smdpSignature2 '5F37', over smdpSigned2 and the data object of euiccSignature1
 * @param hashCc '04', the hashed Confirmation Code, 32 bytes
 * @param smdpCertificate '30', CERT.DPpb.ECDSA, encoded
 */
public record PrepareDownloadRequest(
        SmdpSigned2 smdpSigned2, EcdsaSignature smdpSignature2, Optional<byte[]> hashCc, byte[] smdpCertificate)
        implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF21;

    /** Reads the whole of an input. */
    public static PrepareDownloadRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF21'. */
    public static PrepareDownloadRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "PrepareDownloadRequest").reader();
        return new PrepareDownloadRequest(
                SmdpSigned2.decode(reader.next("smdpSigned2")),
                EcdsaSignature.decode(reader.next("smdpSignature2")),
                reader.optional(0x04).map(h -> h.octets(32, 32)),
                reader.require(0x30, "smdpCertificate").encoded());
    }

    @Override
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter().encoded(smdpSigned2.encoded()).encoded(smdpSignature2.encoded());
        hashCc.ifPresent(h -> writer.octets(0x04, h));
        return writer.encoded(smdpCertificate).wrap(TAG);
    }
}
