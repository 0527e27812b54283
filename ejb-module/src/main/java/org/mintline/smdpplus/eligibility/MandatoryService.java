package org.mintline.smdpplus.eligibility;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.data.UiccCapability;

/** Services that a profile package may demand (ServicesList of the TCA specification), and what of an eUICC provides them. */
final class MandatoryService {
    private static final Map<String, UiccCapability> PROVIDED_BY = Map.ofEntries(
            entry("contactless", UiccCapability.CONTACTLESS_SUPPORT),
            entry("usim", UiccCapability.USIM_SUPPORT),
            entry("isim", UiccCapability.ISIM_SUPPORT),
            entry("csim", UiccCapability.CSIM_SUPPORT),
            entry("milenage", UiccCapability.AKA_MILENAGE),
            entry("tuak128", UiccCapability.AKA_TUAK_128),
            entry("cave", UiccCapability.AKA_CAVE),
            entry("gba-usim", UiccCapability.GBA_AUTHEN_USIM),
            entry("gba-isim", UiccCapability.GBA_AUTHEN_ISIM),
            entry("mbms", UiccCapability.MBMS_AUTHEN_USIM),
            entry("eap", UiccCapability.EAP_CLIENT),
            entry("javacard", UiccCapability.JAVACARD),
            entry("multos", UiccCapability.MULTOS),
            entry("multiple-usim", UiccCapability.MULTIPLE_USIM_SUPPORT),
            entry("multiple-isim", UiccCapability.MULTIPLE_ISIM_SUPPORT),
            entry("multiple-csim", UiccCapability.MULTIPLE_CSIM_SUPPORT),
            entry("tuak256", UiccCapability.AKA_TUAK_256),
            entry("usim-test-algorithm", UiccCapability.USIM_TEST_ALGORITHM),
            entry("ber-tlv", UiccCapability.BER_TLV_FILE_SUPPORT),
            entry("dfLink", UiccCapability.DF_LINK_SUPPORT),
            entry("cat-tp", UiccCapability.CAT_TP),
            entry("get-identity", UiccCapability.GET_IDENTITY),
            entry("profile-a-x25519", UiccCapability.PROFILE_A_X25519),
            entry("profile-b-p256", UiccCapability.PROFILE_B_P256),
            entry("suciCalculatorApi", UiccCapability.SUCI_CALCULATOR_API),
            entry("dns-resolution", UiccCapability.DNS_RESOLUTION),
            entry("scp11ac", UiccCapability.SCP11_AC),
            entry("scp11c-authorization-mechanism", UiccCapability.SCP11C_AUTHORIZATION_MECHANISM),
            entry("s16mode", UiccCapability.S16_MODE),
            entry("eaka", UiccCapability.EAKA),
            entry("iotminimal", UiccCapability.IOT_MINIMAL));

    private MandatoryService() {}

    /** The capability that provides the service; empty if no eUICC can tell that it does. */
    static Optional<UiccCapability> providedBy(String service) {
        return Optional.ofNullable(PROVIDED_BY.get(service));
    }
}
