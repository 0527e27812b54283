package org.mintline.rsp.es10;

import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10b.CancelSession, 'BF41' (SGP.22 v2.5, clause 5.7.14).
 *
 * @param transactionId '80'
 * @param reason '81'
 */
public record CancelSessionRequest(TransactionId transactionId, CancelSessionReason reason) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF41;

    /** Reads the whole of an input. */
    public static CancelSessionRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF41'. */
    public static CancelSessionRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "CancelSessionRequest").reader();
        return new CancelSessionRequest(
                TransactionId.decode(reader.require(0x80, "transactionId")),
                CancelSessionReason.of(reader.require(0x81, "reason").integer()));
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x80, transactionId.octets())
                .number(0x81, reason)
                .wrap(TAG);
    }
}
