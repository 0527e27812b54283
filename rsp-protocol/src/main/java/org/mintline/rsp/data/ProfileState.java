package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** The state of a Profile on the eUICC. */
public enum ProfileState implements NamedNumber {
    /** Disabled. */
    DISABLED(0),
    /** Enabled. */
    ENABLED(1);

    private final int number;

    ProfileState(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
