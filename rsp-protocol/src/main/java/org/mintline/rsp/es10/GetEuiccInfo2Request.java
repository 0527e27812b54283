package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Request of ES10b.GetEUICCInfo for EUICCInfo2, 'BF22', which has no content (SGP.22 v2.5, clause 5.7.8). */
public record GetEuiccInfo2Request() implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF22;

    /** Reads the whole of an input. */
    public static GetEuiccInfo2Request decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF22'. */
    public static GetEuiccInfo2Request decode(Tlv tlv) {
        tlv.expect(TAG, "GetEuiccInfo2Request").children();
        return new GetEuiccInfo2Request();
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG);
    }
}
