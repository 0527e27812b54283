package org.mintline.rsp.bulk;

import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/**
 * What happened to a profile of a batch at its device, 'FF45' (PSS-12).
 *
 * @param batch of which batch the profile is
 * @param number of the profile within it, from 1
 * @param eid of the eUICC
 * @param iccid of the profile
 * @param event what happened
 * @param at when, to the second
 * @param station where, at most 255 bytes
 * @param reason why it failed, in words, at most 255 bytes
 * @param notification what the eUICC signed of it: ProfileInstallationResult or OtherSignedNotification of SGP.22, encoded, at most
 *     16 KiB
 */
public record DeviceReport(
        BatchId batch,
        int number,
        Eid eid,
        Iccid iccid,
        DeviceEvent event,
        Instant at,
        String station,
        Optional<String> reason,
        Optional<byte[]> notification) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF45;

    /** The longest notification, in bytes. */
    public static final int MAXIMUM_NOTIFICATION = 16 * 1024;

    private static final long LATEST = 253_402_300_799L;

    /**
     * Reads the data object.
     *
     * @throws DecodeException if it is malformed, out of bounds or of another version
     */
    public static DeviceReport decode(byte[] input) {
        TlvReader reader = Tlv.decode(input, DecodeLimits.MESSAGE)
                .expect(TAG, "deviceReport")
                .reader();
        return new DeviceReport(
                BulkFormat.batch(reader),
                BulkFormat.number(reader.require(0x82, "number")),
                Eid.decodeOctets(reader.require(0x83, "eid")),
                Iccid.decode(reader.require(0x5A, "iccid")),
                NamedNumber.require(DeviceEvent.class, reader.require(0x84, "event")),
                instant(reader.require(0x85, "at")),
                reader.require(0x86, "station").utf8(BulkFormat.MAXIMUM_TEXT),
                reader.optional(0x87).map(reason -> reason.utf8(BulkFormat.MAXIMUM_TEXT)),
                reader.optional(0x88).map(signed -> signed.octets(1, MAXIMUM_NOTIFICATION)));
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        var writer = BulkFormat.begin(batch)
                .integer(0x82, number)
                .octets(0x83, eid.octets())
                .encoded(iccid.encoded())
                .number(0x84, event)
                .integer(0x85, at.getEpochSecond())
                .utf8(0x86, station);
        reason.ifPresent(words -> writer.utf8(0x87, words));
        notification.ifPresent(signed -> writer.octets(0x88, signed));
        return writer.wrap(TAG);
    }

    private static Instant instant(Tlv element) {
        long seconds = element.longInteger();
        if (seconds < 0 || seconds > LATEST) {
            throw new DecodeException("at", element.offset(), "is no time of 1970 to 9999");
        }
        return Instant.ofEpochSecond(seconds);
    }
}
