package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** The format of an icon of 64 x 64 pixels. */
public enum IconType implements NamedNumber {
    /** JPEG. */
    JPG(0),
    /** PNG. */
    PNG(1);

    private final int number;

    IconType(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
