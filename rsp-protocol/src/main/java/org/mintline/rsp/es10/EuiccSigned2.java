package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * EUICCSigned2, '30': what an eUICC signs to get a profile (SGP.22 v2.5, clause 5.7.5).
 *
 * @param transactionId '80'
 * @param euiccOtpk '5F49', otPK.EUICC.ECKA: an uncompressed point of 65 bytes
 * @param hashCc '04', the hashed Confirmation Code, 32 bytes
 * @param encoded the bytes as they came; euiccSignature2 covers them
 */
public record EuiccSigned2(TransactionId transactionId, byte[] euiccOtpk, Optional<byte[]> hashCc, byte[] encoded) {
    private static final int TAG = 0x30;

    /** Makes one. */
    public static EuiccSigned2 of(TransactionId transactionId, byte[] euiccOtpk, Optional<byte[]> hashCc) {
        TlvWriter writer = new TlvWriter().octets(0x80, transactionId.octets()).octets(0x5F49, euiccOtpk);
        hashCc.ifPresent(h -> writer.octets(0x04, h));
        return new EuiccSigned2(transactionId, euiccOtpk, hashCc, writer.wrap(TAG));
    }

    /** Reads the whole of an input. */
    public static EuiccSigned2 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object '30'. */
    public static EuiccSigned2 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "euiccSigned2").reader();
        return new EuiccSigned2(
                TransactionId.decode(reader.require(0x80, "euiccSigned2.transactionId")),
                reader.require(0x5F49, "euiccSigned2.euiccOtpk").octets(1, 256),
                reader.optional(0x04).map(h -> h.octets(32, 32)),
                tlv.encoded());
    }
}
