package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10c.EnableProfile, 'BF31' (SGP.22 v2.5, clause 5.7.16).
 *
 * @param profileIdentifier 'A0', the profile to be enabled
 * @param refreshFlag '81', whether the eUICC shall send the proactive command REFRESH
 */
public record EnableProfileRequest(ProfileIdentifier profileIdentifier, boolean refreshFlag) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF31;

    /** Reads the whole of an input. */
    public static EnableProfileRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF31'. */
    public static EnableProfileRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "EnableProfileRequest").reader();
        Tlv identifier = reader.require(0xA0, "profileIdentifier").reader().next("profileIdentifier");
        return new EnableProfileRequest(
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
