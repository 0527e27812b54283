package org.mintline.device.factory.station;

/** What a station writes down. */
public enum AuditEvent {
    /** A device was authenticated; the detail is the manner. */
    AUTHENTICATED,
    /** A device was not authenticated, and got nothing. */
    NOT_AUTHENTICATED,
    /** A device keeps an image now. */
    IMAGE_SENT,
    /** A device refused an image, or the transfer broke off. */
    IMAGE_NOT_SENT,
    /** A device was put into another mode. */
    MODE_SET,
    /** A profile is installed. */
    INSTALLED,
    /** An installation failed, and left nothing. */
    NOT_INSTALLED
}
