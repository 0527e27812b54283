package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * Request of ES10c.DeleteProfile, 'BF33' (SGP.22 v2.5, clause 5.7.18).
 *
 * @param profileIdentifier '4F' or '5A', the profile to be deleted
 */
public record DeleteProfileRequest(ProfileIdentifier profileIdentifier) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF33;

    /** Reads the whole of an input. */
    public static DeleteProfileRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF33'. */
    public static DeleteProfileRequest decode(Tlv tlv) {
        return new DeleteProfileRequest(ProfileIdentifier.decode(
                tlv.expect(TAG, "DeleteProfileRequest").reader().next("profileIdentifier")));
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG, profileIdentifier.encoded());
    }
}
