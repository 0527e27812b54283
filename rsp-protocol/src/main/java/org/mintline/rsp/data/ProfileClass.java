package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/** What a Profile is for (SGP.21, clause 2.4). */
public enum ProfileClass implements NamedNumber {
    /** Test. */
    TEST(0),
    /** Provisioning. */
    PROVISIONING(1),
    /** Operational, which stands also for an absent value. */
    OPERATIONAL(2);

    private final int number;

    ProfileClass(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
