package org.mintline.rsp.es10;

import java.util.List;
import org.mintline.rsp.data.ProfileInfo;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10c.GetProfilesInfo, 'BF2D' (SGP.22 v2.5, clause 5.7.15). */
public sealed interface ProfileInfoListResponse {
    /** The tag of the data object. */
    int TAG = 0xBF2D;

    /**
     * The function succeeded.
     *
     * @param profileInfoListOk 'A0'
     */
    record Ok(List<ProfileInfo> profileInfoListOk) implements ProfileInfoListResponse {
        @Override
        public byte[] encoded() {
            byte[] list = new TlvWriter()
                    .allEncoded(
                            profileInfoListOk.stream().map(ProfileInfo::encoded).toList())
                    .wrap(0xA0);
            return Tlv.encode(TAG, list);
        }
    }

    /**
     * The function failed.
     *
     * @param profileInfoListError '81'
     */
    record Error(ProfileInfoListError profileInfoListError) implements ProfileInfoListResponse {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, profileInfoListError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static ProfileInfoListResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.PACKAGE));
    }

    /** Reads the data object 'BF2D'. */
    static ProfileInfoListResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "ProfileInfoListResponse").reader().next("ProfileInfoListResponse");
        return switch (choice.tag()) {
            case 0xA0 ->
                new Ok(choice.children().stream().map(ProfileInfo::decode).toList());
            case 0x81 -> new Error(ProfileInfoListError.of(choice.integer()));
            default ->
                throw new DecodeException("ProfileInfoListResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }

    /** The data object 'BF2D'. */
    byte[] encoded();
}
