package org.mintline.rsp.es10;

import java.util.Optional;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10b.RetrieveNotificationsList, 'BF2B' (SGP.22 v2.5, clause 5.7.10).
 *
 * @param searchCriteria 'A0', which notifications; absent means all
 */
public record RetrieveNotificationsListRequest(Optional<NotificationSearchCriteria> searchCriteria)
        implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF2B;

    /** Reads the whole of an input. */
    public static RetrieveNotificationsListRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF2B'. */
    public static RetrieveNotificationsListRequest decode(Tlv tlv) {
        return new RetrieveNotificationsListRequest(tlv.expect(TAG, "RetrieveNotificationsListRequest")
                .reader()
                .optional(0xA0)
                .map(c -> NotificationSearchCriteria.decode(c.reader().next("searchCriteria"))));
    }

    @Override
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter();
        searchCriteria.ifPresent(c -> writer.octets(0xA0, c.encoded()));
        return writer.wrap(TAG);
    }
}
