package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10c.GetProfilesInfo, 'BF2D' (SGP.22 v2.5, clause 5.7.15).
 *
 * @param searchCriteria 'A0', which profiles; absent means all
 * @param tagList '5C', the tags of the elements of ProfileInfo that are wanted, one behind the other, at most 64 bytes; absent means '5A', '4F',
 *     '9F70', '90', '91', '92', '93', '94' and '95'
 */
public record ProfileInfoListRequest(Optional<ProfileSearchCriteria> searchCriteria, Optional<byte[]> tagList)
        implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF2D;

    /** Reads the whole of an input. */
    public static ProfileInfoListRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF2D'. */
    public static ProfileInfoListRequest decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "ProfileInfoListRequest").reader();
        return new ProfileInfoListRequest(
                reader.optional(0xA0)
                        .map(c -> ProfileSearchCriteria.decode(c.reader().next("searchCriteria"))),
                reader.optional(0x5C).map(t -> t.octets(0, 64)));
    }

    @Override
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter();
        searchCriteria.ifPresent(c -> writer.octets(0xA0, c.encoded()));
        tagList.ifPresent(t -> writer.octets(0x5C, t));
        return writer.wrap(TAG);
    }
}
