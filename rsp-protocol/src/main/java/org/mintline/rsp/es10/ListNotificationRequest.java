package org.mintline.rsp.es10;

import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedBit;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10b.ListNotification, 'BF28' (SGP.22 v2.5, clause 5.7.9).
 *
 * @param profileManagementOperation '81', of which events; absent means of all
 */
public record ListNotificationRequest(Optional<Set<NotificationEvent>> profileManagementOperation)
        implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF28;

    /** Reads the whole of an input. */
    public static ListNotificationRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF28'. */
    public static ListNotificationRequest decode(Tlv tlv) {
        return new ListNotificationRequest(tlv.expect(TAG, "ListNotificationRequest")
                .reader()
                .optional(0x81)
                .map(o -> NamedBit.decode(NotificationEvent.class, o)));
    }

    @Override
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter();
        profileManagementOperation.ifPresent(o -> writer.bits(0x81, o));
        return writer.wrap(TAG);
    }
}
