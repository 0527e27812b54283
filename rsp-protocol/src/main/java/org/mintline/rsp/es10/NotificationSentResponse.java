package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Response of ES10b.RemoveNotificationFromList, 'BF30' (SGP.22 v2.5, clause 5.7.11).
 *
 * @param deleteNotificationStatus '80'
 */
public record NotificationSentResponse(DeleteNotificationStatus deleteNotificationStatus) {
    /** The tag of the data object. */
    public static final int TAG = 0xBF30;

    /** Reads the whole of an input. */
    public static NotificationSentResponse decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF30'. */
    public static NotificationSentResponse decode(Tlv tlv) {
        Tlv result = tlv.expect(TAG, "NotificationSentResponse").reader().require(0x80, "deleteNotificationStatus");
        return new NotificationSentResponse(DeleteNotificationStatus.of(result.integer()));
    }

    /** The data object 'BF30'. */
    public byte[] encoded() {
        return new TlvWriter().number(0x80, deleteNotificationStatus).wrap(TAG);
    }
}
