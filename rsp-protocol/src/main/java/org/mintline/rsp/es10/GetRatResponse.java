package org.mintline.rsp.es10;

import org.mintline.rsp.data.RulesAuthorisationTable;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * Response of ES10b.GetRAT, 'BF43' (SGP.22 v2.5, clause 5.7.22).
 *
 * @param rat 'A0'
 */
public record GetRatResponse(RulesAuthorisationTable rat) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF43;

    /** Reads the whole of an input. */
    public static GetRatResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF43'. */
    public static GetRatResponse decode(Tlv tlv) {
        return new GetRatResponse(RulesAuthorisationTable.decode(
                tlv.expect(TAG, "GetRatResponse").reader().require(0xA0, "rat")));
    }

    /** The data object 'BF43'. */
    public byte[] encoded() {
        return Tlv.encode(TAG, rat.encoded(0xA0));
    }
}
