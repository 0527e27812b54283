package org.mintline.rsp.data;

import org.mintline.rsp.tlv.NamedBit;

/**
 * What a UICC can do (UICCCapability in SGP.22 v2.5, annex H; derived from ServicesList in the TCA eUICC Profile
 * Package specification).
 */
public enum UiccCapability implements NamedBit {
    /** Contactless: SWP, HCI and their APIs. */
    CONTACTLESS_SUPPORT(0),
    /** USIM as defined by 3GPP. */
    USIM_SUPPORT(1),
    /** ISIM as defined by 3GPP. */
    ISIM_SUPPORT(2),
    /** CSIM as defined by 3GPP2. */
    CSIM_SUPPORT(3),
    /** Milenage as AKA algorithm. */
    AKA_MILENAGE(4),
    /** CAVE as authentication algorithm. */
    AKA_CAVE(5),
    /** TUAK as AKA algorithm, keys of 128 bits. */
    AKA_TUAK_128(6),
    /** TUAK as AKA algorithm, keys of 256 bits. */
    AKA_TUAK_256(7),
    /** The test algorithm of the USIM (3GPP TS 34.108). */
    USIM_TEST_ALGORITHM(8),
    /** GBA authentication in the context of the USIM. */
    GBA_AUTHEN_USIM(10),
    /** GBA authentication in the context of the ISIM. */
    GBA_AUTHEN_ISIM(11),
    /** MBMS authentication in the context of the USIM. */
    MBMS_AUTHEN_USIM(12),
    /** EAP client. */
    EAP_CLIENT(13),
    /** Java Card. */
    JAVACARD(14),
    /** Multos. */
    MULTOS(15),
    /** Several USIM applications in one Profile. */
    MULTIPLE_USIM_SUPPORT(16),
    /** Several ISIM applications in one Profile. */
    MULTIPLE_ISIM_SUPPORT(17),
    /** Several CSIM applications in one Profile. */
    MULTIPLE_CSIM_SUPPORT(18),
    /** Files of BER-TLV structure. */
    BER_TLV_FILE_SUPPORT(19),
    /** Linked directories. */
    DF_LINK_SUPPORT(20),
    /** CAT_TP. */
    CAT_TP(21),
    /** The command GET IDENTITY. */
    GET_IDENTITY(22),
    /** SUCI by ECIES profile A. */
    PROFILE_A_X25519(23),
    /** SUCI by ECIES profile B. */
    PROFILE_B_P256(24),
    /** The API of a SUCI calculator. */
    SUCI_CALCULATOR_API(25),
    /** DNS resolution. */
    DNS_RESOLUTION(26),
    /** SCP11a and SCP11c. */
    SCP11_AC(27),
    /** The authorization mechanism of SCP11c. */
    SCP11C_AUTHORIZATION_MECHANISM(28),
    /** The S16 mode of secure channels. */
    S16_MODE(29),
    /** Enhanced AKA. */
    EAKA(30),
    /** IoT minimal Profiles. */
    IOT_MINIMAL(31);

    private final int bit;

    UiccCapability(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
