package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedBit;

/** What a notification is sent for (NotificationEvent in SGP.22 v2.5, annex H). */
public enum NotificationEvent implements NamedBit {
    /** A Profile was installed. */
    NOTIFICATION_INSTALL(0),
    /** A Profile was enabled. */
    NOTIFICATION_ENABLE(1),
    /** A Profile was disabled. */
    NOTIFICATION_DISABLE(2),
    /** A Profile was deleted. */
    NOTIFICATION_DELETE(3);

    private final int bit;

    NotificationEvent(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
