package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedBit;

/** What an eUICC can do in RSP (RspCapability in SGP.22 v2.5, annex H). */
public enum RspCapability implements NamedBit {
    /** At least one more Profile can be installed. */
    ADDITIONAL_PROFILE(0),
    /** CRLs. */
    CRL_SUPPORT(1),
    /** Remote Profile Management. */
    RPM_SUPPORT(2),
    /** Test Profiles. */
    TEST_PROFILE_SUPPORT(3),
    /** Extensions in the Device Info. */
    DEVICE_INFO_EXTENSIBILITY_SUPPORT(4),
    /** Service Specific Data in the Profile Metadata. */
    SERVICE_SPECIFIC_DATA_SUPPORT(5);

    private final int bit;

    RspCapability(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
