package org.mintline.rsp.es10;

import java.util.List;
import org.mintline.rsp.data.NotificationMetadata;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/** Response of ES10b.ListNotification, 'BF28' (SGP.22 v2.5, clause 5.7.9). */
public sealed interface ListNotificationResponse {
    /** The tag of the data object. */
    int TAG = 0xBF28;

    /**
     * The function succeeded.
     *
     * @param notificationMetadataList 'A0'
     */
    record Ok(List<NotificationMetadata> notificationMetadataList) implements ListNotificationResponse {
        @Override
        public byte[] encoded() {
            byte[] list = new TlvWriter()
                    .allEncoded(notificationMetadataList.stream()
                            .map(NotificationMetadata::encoded)
                            .toList())
                    .wrap(0xA0);
            return Tlv.encode(TAG, list);
        }
    }

    /**
     * The function failed.
     *
     * @param listNotificationsResultError '81'
     */
    record Error(ListNotificationsResultError listNotificationsResultError) implements ListNotificationResponse {
        @Override
        public byte[] encoded() {
            return new TlvWriter().number(0x81, listNotificationsResultError).wrap(TAG);
        }
    }

    /** Reads the whole of an input. */
    static ListNotificationResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.PACKAGE));
    }

    /** Reads the data object 'BF28'. */
    static ListNotificationResponse decode(Tlv tlv) {
        Tlv choice = tlv.expect(TAG, "ListNotificationResponse").reader().next("ListNotificationResponse");
        return switch (choice.tag()) {
            case 0xA0 ->
                new Ok(choice.children().stream()
                        .map(NotificationMetadata::decode)
                        .toList());
            case 0x81 -> new Error(ListNotificationsResultError.of(choice.integer()));
            default ->
                throw new DecodeException("ListNotificationResponse", choice.offset(), "is neither 'A0' nor '81'");
        };
    }

    /** The data object 'BF28'. */
    byte[] encoded();
}
