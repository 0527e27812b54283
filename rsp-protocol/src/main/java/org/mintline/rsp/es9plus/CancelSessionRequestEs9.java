package org.mintline.rsp.es9plus;

import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES9+.CancelSession, 'BF41' (SGP.22 v2.5, clause 5.6.5).
 *
 * @param transactionId '80'
 * @param cancelSessionResponse 'A1', what the eUICC answered to ES10b.CancelSession. By the rules of ASN.1 that tag stands in
 *     place of 'BF41'; clients that put it around 'BF41', or leave it out, are understood too
 */
public record CancelSessionRequestEs9(TransactionId transactionId, CancelSessionResponse cancelSessionResponse)
        implements RemoteProfileProvisioningRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xBF41;

    /** Reads the whole of an input. */
    public static CancelSessionRequestEs9 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF41'. */
    public static CancelSessionRequestEs9 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "CancelSessionRequestEs9").reader();
        TransactionId transactionId = TransactionId.decode(reader.require(0x80, "transactionId"));
        Tlv response = reader.next("cancelSessionResponse");
        if (response.tag() != 0xA1 && response.tag() != CancelSessionResponse.TAG) {
            throw new DecodeException("cancelSessionResponse", response.offset(), "is neither 'A1' nor 'BF41'");
        }
        Tlv content = response.child(CancelSessionResponse.TAG).orElse(response);
        return new CancelSessionRequestEs9(transactionId, CancelSessionResponse.decode(content));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x80, transactionId.octets())
                .encoded(cancelSessionResponse.encoded(0xA1))
                .wrap(TAG);
    }
}
