package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10c.DisableProfile, 'BF32' (SGP.22 v2.5, clause 5.7.17).
 *
 * @param profileIdentifier 'A0', the profile to be disabled
 * @param refreshFlag '81', whether the eUICC shall send the proactive command REFRESH
 */
public record DisableProfileRequest(ProfileIdentifier profileIdentifier, boolean refreshFlag) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF32;

    /** Reads the whole of an input. */
    public static DisableProfileRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF32'. */
    public static DisableProfileRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "DisableProfileRequest").reader();
        Tlv identifier = reader.require(0xA0, "profileIdentifier").reader().next("profileIdentifier");
        return new DisableProfileRequest(
                ProfileIdentifier.decode(identifier),
                reader.require(0x81, "refreshFlag").bool());
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0xA0, profileIdentifier.encoded())
                .bool(0x81, refreshFlag)
                .wrap(TAG);
    }
}
