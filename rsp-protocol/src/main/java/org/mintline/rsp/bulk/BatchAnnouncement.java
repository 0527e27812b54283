package org.mintline.rsp.bulk;

import java.util.Optional;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * Says that a batch begins, 'FF42' (PSS-1): what was ordered, of whom.
 *
 * @param batch which
 * @param amount how many profiles were ordered; fewer come if some cannot be made
 * @param operator the name of the operator, at most 255 bytes
 * @param generationServer the identifier of the generation server, its SM-DP+ address, at most 255 bytes
 * @param profileType the name of the profile type, at most 255 bytes
 * @param profileClass of the profiles
 * @param lot the lot of eUICCs that the profiles are for, if they are all of one, at most 255 bytes
 */
public record BatchAnnouncement(
        BatchId batch,
        int amount,
        String operator,
        String generationServer,
        String profileType,
        ProfileClass profileClass,
        Optional<String> lot) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF42;

    /**
     * Reads the data object.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed, out of bounds or of another version
     */
    public static BatchAnnouncement decode(byte[] input) {
        TlvReader reader = Tlv.decode(input, DecodeLimits.MESSAGE)
                .expect(TAG, "batchAnnouncement")
                .reader();
        return new BatchAnnouncement(
                BulkFormat.batch(reader),
                BulkFormat.amount(reader.require(0x82, "amount")),
                reader.require(0x83, "operator").utf8(BulkFormat.MAXIMUM_TEXT),
                reader.require(0x84, "generationServer").utf8(BulkFormat.MAXIMUM_TEXT),
                reader.require(0x85, "profileType").utf8(BulkFormat.MAXIMUM_TEXT),
                NamedNumber.require(ProfileClass.class, reader.require(0x95, "profileClass")),
                reader.optional(0x86).map(lot -> lot.utf8(BulkFormat.MAXIMUM_TEXT)));
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        var writer = BulkFormat.begin(batch)
                .integer(0x82, amount)
                .utf8(0x83, operator)
                .utf8(0x84, generationServer)
                .utf8(0x85, profileType)
                .number(0x95, profileClass);
        lot.ifPresent(name -> writer.utf8(0x86, name));
        return writer.wrap(TAG);
    }
}
