package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Request of ES10b.GetEUICCInfo for EUICCInfo1, 'BF20', which has no content (SGP.22 v2.5, clause 5.7.8). */
public record GetEuiccInfo1Request() implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF20;

    /** Reads the whole of an input. */
    public static GetEuiccInfo1Request decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF20'. */
    public static GetEuiccInfo1Request decode(Tlv tlv) {
        tlv.expect(TAG, "GetEuiccInfo1Request").children();
        return new GetEuiccInfo1Request();
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG);
    }
}
