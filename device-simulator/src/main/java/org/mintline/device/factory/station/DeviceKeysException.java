package org.mintline.device.factory.station;

/** A station gets no key set for a device. */
public final class DeviceKeysException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence why, in plain words */
    public DeviceKeysException(String sentence) {
        super(sentence);
    }
}
