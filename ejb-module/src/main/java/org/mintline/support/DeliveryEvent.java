package org.mintline.support;

/** What moves a profile on its way through a factory from one state to the next. */
public enum DeliveryEvent {
    /** An image was made for its device. */
    MAKE_IMAGE,
    /** Image or packets were handed to a station or another part that stands before the device. */
    HAND_OUT,
    /** The device told of its installation. */
    INSTALL,
    /** The device told that its installation failed. */
    FAIL,
    /** Its contents were deleted before it is known to be installed. */
    PURGE
}
