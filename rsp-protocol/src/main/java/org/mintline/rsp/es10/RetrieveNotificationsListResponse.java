package org.mintline.rsp.es10;

import java.util.List;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10b.RetrieveNotificationsList, 'BF2B' (SGP.22 v2.5, clause 5.7.10). */
public sealed interface RetrieveNotificationsListResponse {
    /** The tag of the data object. */
    int TAG = 0xBF2B;

    /**
     * The function succeeded.
     *
     * @param notificationList 'A0'
     */
    record Ok(List<PendingNotification> notificationList) implements RetrieveNotificationsListResponse {
        @Override
        public byte[] encoded() {
            byte[] list = new TlvWriter()
                    .allEncoded(notificationList.stream()
                            .map(PendingNotification::encoded)
                            .toList())
                    .wrap(0xA0);
            return Tlv.encode(TAG, list);
        }
    }

    /**
     * The function failed.
     *
     * @param notificationsListResultError '81'
     */
    record Error(NotificationsListResultError notificationsListResultError)
            implements RetrieveNotificationsListResponse {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, notificationsListResultError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static RetrieveNotificationsListResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.PACKAGE));
    }

    /** Reads the data object 'BF2B'. */
    static RetrieveNotificationsListResponse decode(Tlv tlv) {
        Tlv choice =
                tlv.expect(TAG, "RetrieveNotificationsListResponse").reader().next("RetrieveNotificationsListResponse");
        return switch (choice.tag()) {
            case 0xA0 ->
                new Ok(choice.children().stream()
                        .map(PendingNotification::decode)
                        .toList());
            case 0x81 -> new Error(NotificationsListResultError.of(choice.integer()));
            default ->
                throw new DecodeException(
                        "RetrieveNotificationsListResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }

    /** The data object 'BF2B'. */
    byte[] encoded();
}
