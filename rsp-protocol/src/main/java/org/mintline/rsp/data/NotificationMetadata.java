package org.mintline.rsp.data;

import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * NotificationMetadata, 'BF2F': which notification it is (SGP.22 v2.5, clause 5.7.9).
 *
 * @param seqNumber '80', counts the notifications of the eUICC
 * @param profileManagementOperation '81', one event
 * @param notificationAddress '0C', the FQDN of the receiver, at most 255 bytes
 * @param iccid '5A', the profile
 * @param encoded the bytes as they came; a signature covers them
 */
public record NotificationMetadata(
        long seqNumber,
        NotificationEvent profileManagementOperation,
        String notificationAddress,
        Optional<Iccid> iccid,
        byte[] encoded) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF2F;

    /** Makes one. */
    public static NotificationMetadata of(
            long seqNumber, NotificationEvent operation, String notificationAddress, Optional<Iccid> iccid) {
        TlvWriter writer = new TlvWriter()
                .integer(0x80, seqNumber)
                .bits(0x81, Set.of(operation))
                .utf8(0x0C, notificationAddress);
        iccid.ifPresent(i -> writer.encoded(i.encoded()));
        return new NotificationMetadata(seqNumber, operation, notificationAddress, iccid, writer.wrap(TAG));
    }

    /** Reads the whole of an input. */
    public static NotificationMetadata decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF2F'. */
    public static NotificationMetadata decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "NotificationMetadata").reader();
        long seqNumber = reader.require(0x80, "seqNumber").longInteger();
        Tlv operation = reader.require(0x81, "profileManagementOperation");
        Set<NotificationEvent> events = NamedBit.decode(NotificationEvent.class, operation);
        if (events.size() != 1) {
            throw new DecodeException("profileManagementOperation", operation.offset(), "is not one event");
        }
        return new NotificationMetadata(
                seqNumber,
                events.iterator().next(),
                reader.require(0x0C, "notificationAddress").utf8(255),
                reader.optional(0x5A).map(Iccid::decode),
                tlv.encoded());
    }
}
