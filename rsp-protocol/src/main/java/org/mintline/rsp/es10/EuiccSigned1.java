package org.mintline.rsp.es10;

import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * EuiccSigned1, '30': what an eUICC signs to be authenticated (SGP.22 v2.5, clause 5.7.13).
 *
 * @param transactionId '80'
 * @param serverAddress '83', the FQDN, at most 255 bytes
 * @param serverChallenge '84', 16 bytes
 * @param euiccInfo2 'BF22'
 * @param ctxParams1 'A0'
 * @param encoded the bytes as they came; euiccSignature1 covers them
 */
public record EuiccSigned1(
        TransactionId transactionId,
        String serverAddress,
        byte[] serverChallenge,
        EuiccInfo2 euiccInfo2,
        CtxParams1 ctxParams1,
        byte[] encoded) {
    private static final int TAG = 0x30;

    /** Makes one. */
    public static EuiccSigned1 of(
            TransactionId transactionId,
            String serverAddress,
            byte[] serverChallenge,
            EuiccInfo2 euiccInfo2,
            CtxParams1 ctxParams1) {
        byte[] encoded = new TlvWriter()
                .octets(0x80, transactionId.octets())
                .utf8(0x83, serverAddress)
                .octets(0x84, serverChallenge)
                .encoded(euiccInfo2.encoded())
                .encoded(ctxParams1.encoded())
                .wrap(TAG);
        return new EuiccSigned1(transactionId, serverAddress, serverChallenge, euiccInfo2, ctxParams1, encoded);
    }

    /** Reads the whole of an input. */
    public static EuiccSigned1 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object '30'. */
    public static EuiccSigned1 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "euiccSigned1").reader();
        return new EuiccSigned1(
                TransactionId.decode(reader.require(0x80, "euiccSigned1.transactionId")),
                reader.require(0x83, "euiccSigned1.serverAddress").utf8(255),
                reader.require(0x84, "euiccSigned1.serverChallenge").octets(16, 16),
                EuiccInfo2.decode(reader.require(EuiccInfo2.TAG, "euiccSigned1.euiccInfo2")),
                CtxParams1.decode(reader.next("euiccSigned1.ctxParams1")),
                tlv.encoded());
    }
}
