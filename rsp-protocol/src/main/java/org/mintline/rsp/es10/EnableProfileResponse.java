package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10c.EnableProfile, 'BF31' (SGP.22 v2.5, clause 5.7.16).
 *
 * @param enableResult '80'
 */
public record EnableProfileResponse(EnableResult enableResult) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF31;

    /** Reads the whole of an input. */
    public static EnableProfileResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF31'. */
    public static EnableProfileResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "EnableProfileResponse").reader().require(0x80, "enableResult");
        return new EnableProfileResponse(EnableResult.of(result.integer()));
    }

    /** The data object 'BF31'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, enableResult).wrap(TAG);
    }
}
