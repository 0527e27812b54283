package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why notifications are not listed (SGP.22 v2.5, clause 5.7.9). */
public enum ListNotificationsResultError implements NamedNumber {
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    ListNotificationsResultError(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static ListNotificationsResultError of(int number) {
        return NamedNumber.find(ListNotificationsResultError.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
