package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** How ES10b.RemoveNotificationFromList ended (SGP.22 v2.5, clause 5.7.11). */
public enum DeleteNotificationStatus implements NamedNumber {
    /** Done. */
    OK(0),
    /** There is no such notification. */
    NOTHING_TO_DELETE(1),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    DeleteNotificationStatus(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static DeleteNotificationStatus of(int number) {
        return NamedNumber.find(DeleteNotificationStatus.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
