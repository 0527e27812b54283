package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Request of ES10b.GetRAT, 'BF43', which has no content (SGP.22 v2.5, clause 5.7.22). */
public record GetRatRequest() implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF43;

    /** Reads the whole of an input. */
    public static GetRatRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF43'. */
    public static GetRatRequest decode(Tlv tlv) {
        tlv.expect(TAG, "GetRatRequest").children();
        return new GetRatRequest();
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG);
    }
}
