package org.mintline.device.euicc.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an eUICC can do for a profile: UICCCapability of the interoperable format and of EUICCInfo2, with the mandatory service of
 * a profile header that asks for it.
 */
public enum Capability {
    /** Contactless. */
    CONTACTLESS(0, 0),
    /** USIM as defined by 3GPP. */
    USIM(1, 1),
    /** ISIM as defined by 3GPP. */
    ISIM(2, 2),
    /** CSIM as defined by 3GPP2. */
    CSIM(3, 3),
    /** Milenage. */
    MILENAGE(4, 4),
    /** CAVE. */
    CAVE(5, 6),
    /** TUAK with keys of 128 bits. */
    TUAK_128(6, 5),
    /** TUAK with keys of 256 bits. */
    TUAK_256(7, 16),
    /** The test algorithm of USIMs. */
    USIM_TEST_ALGORITHM(8, 17),
    /** GBA in the context of USIM. */
    GBA_USIM(10, 7),
    /** GBA in the context of ISIM. */
    GBA_ISIM(11, 8),
    /** MBMS in the context of USIM. */
    MBMS(12, 9),
    /** EAP client. */
    EAP(13, 10),
    /** Java Card. */
    JAVACARD(14, 11),
    /** Multos. */
    MULTOS(15, 12),
    /** Several USIMs in one profile. */
    MULTIPLE_USIM(16, 13),
    /** Several ISIMs in one profile. */
    MULTIPLE_ISIM(17, 14),
    /** Several CSIMs in one profile. */
    MULTIPLE_CSIM(18, 15),
    /** BER-TLV files. */
    BER_TLV_FILE(19, 18),
    /** Linked directories. */
    DF_LINK(20, 19),
    /** CAT_TP. */
    CAT_TP(21, 20),
    /** GET IDENTITY. */
    GET_IDENTITY(22, 21),
    /** ECIES profile A. */
    PROFILE_A_X25519(23, 22),
    /** ECIES profile B. */
    PROFILE_B_P256(24, 23),
    /** The API for SUCI derivation. */
    SUCI_CALCULATOR_API(25, 24);

    private final int bit;
    private final int service;

    Capability(int bit, int service) {
        this.bit = bit;
        this.service = service;
    }

    /** The number of the bit in UICCCapability. */
    public int bit() {
        return bit;
    }

    /** The capability that a member of ServicesList asks for, by its number. */
    static Optional<Capability> ofService(int service) {
        return Arrays.stream(values()).filter(c -> c.service == service).findFirst();
    }
}
