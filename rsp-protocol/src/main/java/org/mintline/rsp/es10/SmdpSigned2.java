package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * SmdpSigned2, '30': what an SM-DP+ signs to offer a profile (SGP.22 v2.5, clause 5.6.3).
 *
 * @param transactionId '80'
 * @param ccRequiredFlag '01', whether the Confirmation Code is required
 * @param bppEuiccOtpk '5F49', otPK.EUICC.ECKA for which the profile was bound before: an uncompressed point of 65 bytes
 * @param encoded the bytes as they came; smdpSignature2 covers them
 */
public record SmdpSigned2(
        TransactionId transactionId, boolean ccRequiredFlag, Optional<byte[]> bppEuiccOtpk, byte[] encoded) {
    private static final int TAG = 0x30;

    /** Makes one. */
    public static SmdpSigned2 of(TransactionId transactionId, boolean ccRequiredFlag, Optional<byte[]> bppEuiccOtpk) {
        TlvWriter writer = new TlvWriter().octets(0x80, transactionId.octets()).bool(0x01, ccRequiredFlag);
        bppEuiccOtpk.ifPresent(o -> writer.octets(0x5F49, o));
        return new SmdpSigned2(transactionId, ccRequiredFlag, bppEuiccOtpk, writer.wrap(TAG));
    }

    /** Reads the whole of an input. */
    public static SmdpSigned2 decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object '30'. */
    public static SmdpSigned2 decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "smdpSigned2").reader();
        return new SmdpSigned2(
                TransactionId.decode(reader.require(0x80, "smdpSigned2.transactionId")),
                reader.require(0x01, "smdpSigned2.ccRequiredFlag").bool(),
                reader.optional(0x5F49).map(o -> o.octets(1, 256)),
                tlv.encoded());
    }
}
