package org.mintline.rsp.es9plus;

import java.util.Optional;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES9+.AuthenticateClient, 'BF3B' (SGP.22 v2.5, clause 5.6.3). */
public sealed interface AuthenticateClientResponseEs9 extends RemoteProfileProvisioningResponse {
    /** The tag of the data object. */
    int TAG = 0xBF3B;

    /**
     * authenticateClientOk, 'A0'. Before v2.2 the last three elements stood in a PrepareDownloadRequest, 'BF21'; that form is
     * read too.
     *
     * @param transactionId '80'
     * @param profileMetaData 'BF25'
     * @param smdpSigned2 '30'
     * @param smdpSignature2 '5F37', over smdpSigned2 and the data object of euiccSignature1
     * @param smdpCertificate '30', CERT.DPpb.ECDSA, encoded
     */
    record Ok(
            TransactionId transactionId,
            StoreMetadataRequest profileMetaData,
            SmdpSigned2 smdpSigned2,
            EcdsaSignature smdpSignature2,
            byte[] smdpCertificate)
            implements AuthenticateClientResponseEs9 {
        @Override
        public byte[] encoded() {
            byte[] ok = new TlvWriter()
                    .octets(0x80, transactionId.octets())
                    .encoded(profileMetaData.encoded())
                    .encoded(smdpSigned2.encoded())
                    .encoded(smdpSignature2.encoded())
                    .encoded(smdpCertificate)
                    .wrap(0xA0);
            return Tlv.encode(TAG, ok);
        }
    }

    /**
     * The function failed.
     *
     * @param authenticateClientError '81'
     */
    record Error(AuthenticateClientError authenticateClientError) implements AuthenticateClientResponseEs9 {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, authenticateClientError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static AuthenticateClientResponseEs9 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3B'. */
    static AuthenticateClientResponseEs9 decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "AuthenticateClientResponseEs9").reader().next("AuthenticateClientResponseEs9");
        return switch (choice.tag()) {
            case 0xA0 -> decodeOk(choice.reader());
            case 0x81 -> new Error(AuthenticateClientError.of(choice.integer()));
            default ->
                throw new DecodeException("AuthenticateClientResponseEs9", choice.offset(), "is neither 'A0' nor '81'");
        };
    }

    private static Ok decodeOk(TlvReader reader) {
        TransactionId transactionId = TransactionId.decode(reader.require(0x80, "transactionId"));
        StoreMetadataRequest metadata = StoreMetadataRequest.decode(reader.next("profileMetaData"));
        Optional<Tlv> beforeV22 = reader.optional(PrepareDownloadRequest.TAG);
        if (beforeV22.isPresent()) {
            PrepareDownloadRequest request = PrepareDownloadRequest.decode(beforeV22.get());
            return new Ok(
                    transactionId,
                    metadata,
                    request.smdpSigned2(),
                    request.smdpSignature2(),
                    request.smdpCertificate());
        }
        return new Ok(
                transactionId,
                metadata,
                SmdpSigned2.decode(reader.next("smdpSigned2")),
                EcdsaSignature.decode(reader.next("smdpSignature2")),
                reader.require(0x30, "smdpCertificate").encoded());
    }
}
