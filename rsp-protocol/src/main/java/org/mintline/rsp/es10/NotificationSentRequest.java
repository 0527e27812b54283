package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Request of ES10b.RemoveNotificationFromList, 'BF30' (SGP.22 v2.5, clause 5.7.11).
 *
 * @param seqNumber '80', of the notification that was delivered
 */
public record NotificationSentRequest(long seqNumber) implements Es10Request {
    /** The tag of the data object. */
    public static final int TAG = 0xBF30;

    /** Reads the whole of an input. */
    public static NotificationSentRequest decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF30'. */
    public static NotificationSentRequest decode(Tlv tlv) {
        return new NotificationSentRequest(tlv.expect(TAG, "NotificationSentRequest")
                .reader()
                .require(0x80, "seqNumber")
                .longInteger());
    }

    @Override
    public byte[] encoded() {
        return new TlvWriter().integer(0x80, seqNumber).wrap(TAG);
    }
}
