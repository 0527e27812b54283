package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10b.GetEUICCChallenge, 'BF2E' (SGP.22 v2.5, clause 5.7.7).
 *
 * @param euiccChallenge '80', 16 random bytes
 */
public record GetEuiccChallengeResponse(byte[] euiccChallenge) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF2E;

    /** Reads the whole of an input. */
    public static GetEuiccChallengeResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF2E'. */
    public static GetEuiccChallengeResponse decode(Tlv tlv) {
        Tlv challenge = tlv.expect(TAG, "GetEuiccChallengeResponse").reader().require(0x80, "euiccChallenge");
        return new GetEuiccChallengeResponse(challenge.octets(16, 16));
    }

    /** The data object 'BF2E'. */
    public byte[] encoded() {
        return new TlvWriter().octets(0x80, euiccChallenge).wrap(TAG);
    }
}
