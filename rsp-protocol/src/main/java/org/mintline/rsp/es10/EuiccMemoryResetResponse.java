package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10c.eUICCMemoryReset, 'BF34' (SGP.22 v2.5, clause 5.7.19).
 *
 * @param resetResult '80'
 */
public record EuiccMemoryResetResponse(ResetResult resetResult) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF34;

    /** Reads the whole of an input. */
    public static EuiccMemoryResetResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF34'. */
    public static EuiccMemoryResetResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "EuiccMemoryResetResponse").reader().require(0x80, "resetResult");
        return new EuiccMemoryResetResponse(ResetResult.of(result.integer()));
    }

    /** The data object 'BF34'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, resetResult).wrap(TAG);
    }
}
