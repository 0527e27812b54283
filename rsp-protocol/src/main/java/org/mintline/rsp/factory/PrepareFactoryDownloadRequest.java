package org.mintline.rsp.factory;

import java.util.List;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10f.PrepareFactoryDownload, 'FF21': selects a preloaded key, and brings the certificate that the package was bound
 * with. It takes the place of all that ES9+ does before a Bound Profile Package. Not signed: whoever changes it gets
 * no further than InitialiseSecureChannel, whose signature must be by this certificate and over this key.
 *
 * @param keyIdentifier '81', 16 bytes
 * @param smdpAddress '0C', the address to which the result goes, 1 to 255 bytes
 * @param smdpCertificate '30', CERT.DPpb.ECDSA, encoded
 * @param otherCertsInChain 'A2', certificates between it and the CI's, encoded, at most 3; none with variant O
 */
public record PrepareFactoryDownloadRequest(
        TransactionId keyIdentifier, String smdpAddress, byte[] smdpCertificate, List<byte[]> otherCertsInChain)
        implements Es10fRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xFF21;

    private static final int MAXIMUM_ADDRESS = 255;
    private static final int MAXIMUM_OTHER_CERTIFICATES = 3;

    /** Copies the list. */
    public PrepareFactoryDownloadRequest {
        otherCertsInChain = List.copyOf(otherCertsInChain);
    }

    /**
     * Reads the data object 'FF21'.
     *
     * @throws DecodeException if it is malformed or of another version
     */
    public static PrepareFactoryDownloadRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "PrepareFactoryDownloadRequest").reader();
        FactoryFormat.requireVersion(reader);
        return new PrepareFactoryDownloadRequest(
                PreloadedKey.decodeIdentifier(reader.require(0x81, "keyIdentifier")),
                reader.require(0x0C, "smdpAddress").utf8(MAXIMUM_ADDRESS),
                reader.require(0x30, "smdpCertificate").encoded(),
                reader.optional(0xA2)
                        .map(PrepareFactoryDownloadRequest::certificates)
                        .orElse(List.of()));
    }

    @Override
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter()
                .integer(0x80, FactoryFormat.VERSION)
                .octets(0x81, keyIdentifier.octets())
                .utf8(0x0C, smdpAddress)
                .encoded(smdpCertificate);
        if (!otherCertsInChain.isEmpty()) {
            writer.encoded(new TlvWriter().allEncoded(otherCertsInChain).wrap(0xA2));
        }
        return writer.wrap(TAG);
    }

    private static List<byte[]> certificates(Tlv list) {
        if (list.children().size() > MAXIMUM_OTHER_CERTIFICATES) {
            throw new DecodeException("otherCertsInChain", list.offset(), "are more than three");
        }
        return list.children().stream()
                .map(certificate -> certificate.expect(0x30, "certificate").encoded())
                .toList();
    }
}
