package org.mintline.rsp.es10;

import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.identification.ObjectIdentifier;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * EuiccCancelSessionSigned, '30': what an eUICC signs to cancel a session (SGP.22 v2.5, clause 5.7.14).
 *
 * @param transactionId '80'
 * @param smdpOid '81', as in CERT.DPauth.ECDSA
 * @param reason '82'
 * @param encoded the bytes as they came; euiccCancelSessionSignature covers them
 */
public record EuiccCancelSessionSigned(
        TransactionId transactionId, ObjectIdentifier smdpOid, CancelSessionReason reason, byte[] encoded) {
    private static final int TAG = 0x30;

    /** Makes one. */
    public static EuiccCancelSessionSigned of(
            TransactionId transactionId, ObjectIdentifier smdpOid, CancelSessionReason reason) {
        byte[] encoded = new TlvWriter()
                .octets(0x80, transactionId.octets())
                .octets(0x81, smdpOid.content())
                .number(0x82, reason)
                .wrap(TAG);
        return new EuiccCancelSessionSigned(transactionId, smdpOid, reason, encoded);
    }

    /** Reads the whole of an input. */
    public static EuiccCancelSessionSigned decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object '30'. */
    public static EuiccCancelSessionSigned decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "euiccCancelSessionSigned").reader();
        return new EuiccCancelSessionSigned(
                TransactionId.decode(reader.require(0x80, "euiccCancelSessionSigned.transactionId")),
                ObjectIdentifier.decode(reader.require(0x81, "euiccCancelSessionSigned.smdpOid")),
                CancelSessionReason.of(
                        reader.require(0x82, "euiccCancelSessionSigned.reason").integer()),
                tlv.encoded());
    }
}
