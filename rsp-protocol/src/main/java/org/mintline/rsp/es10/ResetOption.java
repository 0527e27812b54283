package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedBit;

/** What a memory reset takes away (resetOptions in SGP.22 v2.5, clause 5.7.19). */
public enum ResetOption implements NamedBit {
    /** Operational Profiles. */
    DELETE_OPERATIONAL_PROFILES(0),
    /** Test Profiles that were not there from the start. */
    DELETE_FIELD_LOADED_TEST_PROFILES(1),
    /** The default SM-DP+ address. */
    RESET_DEFAULT_SMDP_ADDRESS(2);

    private final int bit;

    ResetOption(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
