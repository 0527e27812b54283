package org.mintline.rsp.es9plus;

import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/**
 * ES9+.HandleNotification, 'BF3D', which has no response (SGP.22 v2.5, clause 5.6.4).
 *
 * @param pendingNotification 'A0' around 'BF37' or '30'. Clients that leave 'A0' out are understood too
 */
public record HandleNotification(PendingNotification pendingNotification) implements RemoteProfileProvisioningRequest {
    /** The tag of the data object. */
    public static final int TAG = 0xBF3D;

    private static final int CHOICE = 0xA0;

    /** Reads the whole of an input. */
    public static HandleNotification decode(byte[] input) {
        return decode(Tlv.decode(input, DecodeLimits.MESSAGE));
    }

    /** Reads the data object 'BF3D'. */
    public static HandleNotification decode(Tlv tlv) {
        Tlv first = tlv.expect(TAG, "HandleNotification").reader().next("pendingNotification");
        Tlv notification = first.tag() == CHOICE ? first.reader().next("pendingNotification") : first;
        return new HandleNotification(PendingNotification.decode(notification));
    }

    @Override
    public byte[] encoded() {
        return Tlv.encode(TAG, Tlv.encode(CHOICE, pendingNotification.encoded()));
    }
}
