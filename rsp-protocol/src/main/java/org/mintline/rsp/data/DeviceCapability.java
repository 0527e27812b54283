package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedNumber;

/**
 * The members of DeviceCapabilities that hold a version: the highest release of a specification that the device fully
 * supports (SGP.22 v2.5, annex H). The number is that of the tag.
 */
public enum DeviceCapability implements NamedNumber {
    /** GSM. */
    GSM_SUPPORTED_RELEASE(0),
    /** UTRAN. */
    UTRAN_SUPPORTED_RELEASE(1),
    /** cdma2000 1X. */
    CDMA2000_ONEX_SUPPORTED_RELEASE(2),
    /** cdma2000 HRPD. */
    CDMA2000_HRPD_SUPPORTED_RELEASE(3),
    /** cdma2000 eHRPD. */
    CDMA2000_EHRPD_SUPPORTED_RELEASE(4),
    /** E-UTRAN with EPC: LTE. */
    EUTRAN_EPC_SUPPORTED_RELEASE(5),
    /** Contactless. */
    CONTACTLESS_SUPPORTED_RELEASE(6),
    /** CRLs of RSP. */
    RSP_CRL_SUPPORTED_VERSION(7),
    /** NR with EPC: 5G, non-standalone. */
    NR_EPC_SUPPORTED_RELEASE(8),
    /** NR with 5GC: 5G, standalone. */
    NR_5GC_SUPPORTED_RELEASE(9),
    /** E-UTRAN with 5GC. */
    EUTRAN_5GC_SUPPORTED_RELEASE(10),
    /** SGP.22, by the LPA; before v3 it was absent. */
    LPA_SVN(11);

    private final int number;

    DeviceCapability(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
