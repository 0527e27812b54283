package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10c.DisableProfile, 'BF32' (SGP.22 v2.5, clause 5.7.17).
 *
 * @param disableResult '80'
 */
public record DisableProfileResponse(DisableResult disableResult) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF32;

    /** Reads the whole of an input. */
    public static DisableProfileResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF32'. */
    public static DisableProfileResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "DisableProfileResponse").reader().require(0x80, "disableResult");
        return new DisableProfileResponse(DisableResult.of(result.integer()));
    }

    /** The data object 'BF32'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, disableResult).wrap(TAG);
    }
}
