package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Request of ES10b.GetEUICCChallenge, 'BF2E', which has no content (SGP.22 v2.5, clause 5.7.7). */
public record GetEuiccChallengeRequest() implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF2E;

    /** Reads the whole of an input. */
    public static GetEuiccChallengeRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF2E'. */
    public static GetEuiccChallengeRequest decode(Tlv tlv) {
        tlv.expect(TAG, "GetEuiccChallengeRequest").children();
        return new GetEuiccChallengeRequest();
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG);
    }
}
