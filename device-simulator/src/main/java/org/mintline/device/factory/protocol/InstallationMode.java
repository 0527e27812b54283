package org.mintline.device.factory.protocol;

import org.mintline.rsp.tlv.NamedNumber;

/** Where a device takes a profile from (PSS-9). */
public enum InstallationMode implements NamedNumber {
    /** The first mode: from an image in its security area, when it boots. */
    IMAGE(1),
    /** The second mode: from packets, as they come. */
    PACKETS(2);

    private final int number;

    InstallationMode(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
