package org.mintline.rsp.es10;

import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * ServerSigned1, '30': what an RSP server signs to be authenticated (SGP.22 v2.5, clause 5.6.1).
 *
 * @param transactionId '80'
 * @param euiccChallenge '81', 16 bytes
 * @param serverAddress '83', the FQDN, at most 255 bytes
 * @param serverChallenge '84', 16 bytes
 * @param encoded the bytes as they came; serverSignature1 covers them
 */
public record ServerSigned1(
        TransactionId transactionId,
        byte[] euiccChallenge,
        String serverAddress,
        byte[] serverChallenge,
        byte[] encoded) {
    private static final int TAG = 0x30;

    /** Makes one. */
    public static ServerSigned1 of(
            TransactionId transactionId, byte[] euiccChallenge, String serverAddress, byte[] serverChallenge) {
        byte[] encoded = new TlvWriter()
                .octets(0x80, transactionId.octets())
                .octets(0x81, euiccChallenge)
                .utf8(0x83, serverAddress)
                .octets(0x84, serverChallenge)
                .wrap(TAG);
        return new ServerSigned1(transactionId, euiccChallenge, serverAddress, serverChallenge, encoded);
    }

    /** Reads the whole of an input. */
    public static ServerSigned1 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object '30'. */
    public static ServerSigned1 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "serverSigned1").reader();
        return new ServerSigned1(
                TransactionId.decode(reader.require(0x80, "serverSigned1.transactionId")),
                reader.require(0x81, "serverSigned1.euiccChallenge").octets(16, 16),
                reader.require(0x83, "serverSigned1.serverAddress").utf8(255),
                reader.require(0x84, "serverSigned1.serverChallenge").octets(16, 16),
                tlv.encoded());
    }
}
