package org.mintline.rsp.station;

import org.mintline.rsp.tlv.NamedNumber;

/** By what a device is authenticated (PSS-7). */
public enum AuthenticationManner implements NamedNumber {
    /** A key set that both ends prove to one another. */
    KEY_SET(1),
    /** The jig that the device sits in: what it takes in volt and ampere. */
    JIG(2),
    /** Both. */
    BOTH(3),
    /** Nothing: only in test-profile mode, and only where the station's policy allows it. */
    TEST(4),
    /** The keys of the profile management server, which reaches the device over the air and through no station. */
    OVER_THE_AIR(5);

    private final int number;

    AuthenticationManner(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    /** Whether a key set is part of it, so that what follows is MACed. */
    public boolean hasKeySet() {
        return this == KEY_SET || this == BOTH;
    }

    /** Whether a jig is part of it. */
    public boolean hasJig() {
        return this == JIG || this == BOTH;
    }
}
