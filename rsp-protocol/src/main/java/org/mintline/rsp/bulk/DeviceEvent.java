package org.mintline.rsp.bulk;

import org.mintline.rsp.tlv.NamedNumber;

/** What happened to a profile at its device (PSS-12). */
public enum DeviceEvent implements NamedNumber {
    /** The profile is installed. */
    INSTALLED(1),
    /** Its installation failed. */
    INSTALLATION_FAILED(2),
    /** It was enabled. */
    ENABLED(3),
    /** It was disabled. */
    DISABLED(4),
    /** It was deleted. */
    DELETED(5);

    private final int number;

    DeviceEvent(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
