package org.mintline.device.euicc.profile;

import java.util.List;
import java.util.Optional;
import org.mintline.rsp.data.UiccCapability;

/** What each member of ServicesList in a profile header asks of the eUICC (TCA, clause 8.2). */
final class MandatoryServices {
    private static final List<UiccCapability> BY_NUMBER = List.of(
            UiccCapability.CONTACTLESS_SUPPORT,
            UiccCapability.USIM_SUPPORT,
            UiccCapability.ISIM_SUPPORT,
            UiccCapability.CSIM_SUPPORT,
            UiccCapability.AKA_MILENAGE,
            UiccCapability.AKA_TUAK_128,
            UiccCapability.AKA_CAVE,
            UiccCapability.GBA_AUTHEN_USIM,
            UiccCapability.GBA_AUTHEN_ISIM,
            UiccCapability.MBMS_AUTHEN_USIM,
            UiccCapability.EAP_CLIENT,
            UiccCapability.JAVACARD,
            UiccCapability.MULTOS,
            UiccCapability.MULTIPLE_USIM_SUPPORT,
            UiccCapability.MULTIPLE_ISIM_SUPPORT,
            UiccCapability.MULTIPLE_CSIM_SUPPORT,
            UiccCapability.AKA_TUAK_256,
            UiccCapability.USIM_TEST_ALGORITHM,
            UiccCapability.BER_TLV_FILE_SUPPORT,
            UiccCapability.DF_LINK_SUPPORT,
            UiccCapability.CAT_TP,
            UiccCapability.GET_IDENTITY,
            UiccCapability.PROFILE_A_X25519,
            UiccCapability.PROFILE_B_P256,
            UiccCapability.SUCI_CALCULATOR_API,
            UiccCapability.DNS_RESOLUTION,
            UiccCapability.SCP11_AC,
            UiccCapability.SCP11C_AUTHORIZATION_MECHANISM,
            UiccCapability.S16_MODE,
            UiccCapability.EAKA);

    private MandatoryServices() {}

    /** The capability that a service asks for, by its number in ServicesList; nothing for a service of a later version. */
    static Optional<UiccCapability> capability(int service) {
        return service < BY_NUMBER.size() ? Optional.of(BY_NUMBER.get(service)) : Optional.empty();
    }
}
