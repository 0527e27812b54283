package org.mintline.rsp.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.tlv.Tlv;

/** EUICCInfo2 of a sysmoEUICC1-C2T, put together from the element values that its maker's test suite publishes. */
class EuiccInfo2Test {
    private static final byte[] ELEMENTS = HexFormat.of()
            .parseHex("8103020301"
                    + "8203020300"
                    + "8303230623"
                    + "840d810108820400045bf883022419"
                    + "8505067f36f3c0"
                    + "86030f0100"
                    + "8703020300"
                    + "88020398"
                    + "a9160414f54172bdf98a95d65cbeb88a38a1c11d800a85c3"
                    + "aa160414f54172bdf98a95d65cbeb88a38a1c11d800a85c3"
                    + "99020640"
                    + "0403010000"
                    + "0c0f5359534d4f434f4d2d544553542d31");

    @Test
    void that_of_a_real_card_is_understood() {
        byte[] encoded = Tlv.encode(EuiccInfo2.TAG, ELEMENTS);
        EuiccInfo2 info = EuiccInfo2.decode(encoded);
        assertThat(info.profileVersion()).isEqualTo(new SpecificationVersion(2, 3, 1));
        assertThat(info.svn()).isEqualTo(new SpecificationVersion(2, 3, 0));
        assertThat(info.resources().freeNonVolatileMemory()).hasValue(0x45BF8);
        assertThat(info.resources().freeVolatileMemory()).hasValue(0x2419);
        assertThat(info.resources().numberOfInstalledApplications()).hasValue(8);
        assertThat(info.uiccCapability())
                .contains(UiccCapability.USIM_SUPPORT, UiccCapability.AKA_TUAK_256, UiccCapability.PROFILE_B_P256)
                .doesNotContain(UiccCapability.CONTACTLESS_SUPPORT, UiccCapability.DNS_RESOLUTION);
        assertThat(info.rspCapability())
                .containsExactlyInAnyOrder(
                        RspCapability.ADDITIONAL_PROFILE,
                        RspCapability.TEST_PROFILE_SUPPORT,
                        RspCapability.DEVICE_INFO_EXTENSIBILITY_SUPPORT);
        assertThat(info.forbiddenProfilePolicyRules()).containsExactly(PprId.PPR1);
        assertThat(info.euiccCiPKIdListForSigning())
                .containsExactly(
                        new SubjectKeyIdentifier(HexFormat.of().parseHex("f54172bdf98a95d65cbeb88a38a1c11d800a85c3")));
        assertThat(info.sasAcreditationNumber()).isEqualTo("SYSMOCOM-TEST-1");
        assertThat(info.encoded()).isEqualTo(encoded);
    }

    @Test
    void elements_of_later_versions_are_read_or_passed_over() {
        byte[] extended = Tlv.encode(
                EuiccInfo2.TAG,
                ELEMENTS,
                HexFormat.of().parseHex("ac06800141810142"),
                HexFormat.of().parseHex("8d020540"),
                HexFormat.of().parseHex("8e0141"),
                HexFormat.of().parseHex("af050403030201"),
                HexFormat.of().parseHex("9003010203"),
                HexFormat.of().parseHex("b400"));
        EuiccInfo2 info = EuiccInfo2.decode(extended);
        assertThat(info.certificationDataObject()).contains(new CertificationDataObject("A", "B"));
        assertThat(info.additionalEuiccProfilePackageVersions()).isEqualTo(List.of(new SpecificationVersion(3, 2, 1)));
        assertThat(info.encoded()).isEqualTo(extended);
    }
}
