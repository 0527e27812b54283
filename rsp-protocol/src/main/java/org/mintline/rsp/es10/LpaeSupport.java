package org.mintline.rsp.es10;

import org.mintline.rsp.tlv.NamedBit;

/** How an LPA in the eUICC speaks to the end user (lpaeSupport in SGP.22 v2.5, clause 5.7.1). */
public enum LpaeSupport implements NamedBit {
    /** By the Card Application Toolkit. */
    LPAE_USING_CAT(0),
    /** By the Smartcard Web Server. */
    LPAE_USING_SCWS(1);

    private final int bit;

    LpaeSupport(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
