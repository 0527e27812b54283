package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedNumber;

/** Why notifications are not retrieved (SGP.22 v2.5, clause 5.7.10). */
public enum NotificationsListResultError implements NamedNumber {
    /** There is none. */
    NO_RESULT_AVAILABLE(1),
    /** Any other error, among them those of later versions. */
    UNDEFINED_ERROR(127);

    private final int number;

    NotificationsListResultError(int number) {
        this.number = number;
    }

    /** The value of that number; one without a name here is {@link #UNDEFINED_ERROR}. */
    public static NotificationsListResultError of(int number) {
        return NamedNumber.find(NotificationsListResultError.class, number).orElse(UNDEFINED_ERROR);
    }

    @Override
    public int number() {
        return number;
    }
}
