package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedBit;

/** Profile Policy Rules (PprIds in SGP.22 v2.5, annex H). */
public enum PprId implements NamedBit {
    /** PPRs may be updated over ES6. */
    PPR_UPDATE_CONTROL(0),
    /** Disabling of this Profile is not allowed. */
    PPR1(1),
    /** Deletion of this Profile is not allowed. */
    PPR2(2),
    /** Deletion of this Profile is required upon its successful disabling. */
    PPR3(3);

    private final int bit;

    PprId(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
