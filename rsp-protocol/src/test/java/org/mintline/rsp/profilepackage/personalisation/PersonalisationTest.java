package org.mintline.rsp.profilepackage.personalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.rsp.identification.Imsi;
import org.mintline.rsp.profilepackage.PackageDifference;
import org.mintline.rsp.profilepackage.PackageText;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.Ts48;
import org.mintline.rsp.profilepackage.check.Finding;
import org.mintline.rsp.profilepackage.check.PackageCheck;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;

class PersonalisationTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final ProfilePackage TEMPLATE = TemplateCompiler.compile(DefaultTemplate.yaml());
    private static final byte[] KI = HEX.parseHex("465b5ce8b199b49faa5f0a2ee238a6bc");
    private static final byte[] OPC = HEX.parseHex("cd63cb71954a9f4e48a5994e37a02baf");

    static Stream<Path> ts48() {
        return Ts48.files().stream();
    }

    @Test
    void opc_is_that_of_the_published_test_set() {
        // 3GPP TS 35.208, test set 1
        assertThat(Opc.of(KI, HEX.parseHex("cdc202d5123e20f62b6d676ac72cb318"))).isEqualTo(OPC);
    }

    @Test
    void every_value_stands_at_its_place_afterwards() {
        String text = PackageText.of(Personalisation.personalise(TEMPLATE, everything()), true);
        assertThat(text)
                .contains(
                        "iccid 89999010000000012349",
                        "ef-iccid\n    fileDescriptor file 2FE2, transparent, 10 bytes\n      = 89999010000000012349",
                        "= 001010123456787",
                        "= classes 7",
                        "= Tänk om",
                        "= +46701234567",
                        "= +46705008999",
                        "= 001010123456787@ims.mnc001.mcc001.3gppnetwork.org",
                        "= sip:001010123456787@ims.mnc001.mcc001.3gppnetwork.org",
                        "= ims.mnc001.mcc001.3gppnetwork.org",
                        "pinValue 31323334FFFFFFFF  (1234)",
                        "pinValue 36373839FFFFFFFF  (6789)",
                        "pinValue 0123456789ABCDEF",
                        "pukValue 3132333435363738  (12345678)",
                        "pukValue 3837363534333231  (87654321)",
                        "key 465B5CE8B199B49FAA5F0A2EE238A6BC",
                        "opc CD63CB71954A9F4E48A5994E37A02BAF",
                        "keyData AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                        "keyData BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                        "keyData CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC")
                .doesNotContain(
                        "89999010000000000013", "001010000000001", "00112233445566778899AABBCCDDEEFF", "Mintline\n");
    }

    @Test
    void a_personalised_template_stays_without_findings() {
        assertThat(PackageCheck.findings(Personalisation.personalise(TEMPLATE, everything())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ts48")
    void a_real_package_takes_a_whole_subscription(Path file) {
        ProfilePackage before = ProfilePackage.decode(Ts48.read(file));
        ProfilePackage after =
                Personalisation.personalise(before, ts48Data().with(milenage()).build());
        ProfilePackage read = ProfilePackage.decode(after.encoded());
        assertThat(PackageText.of(read, true))
                .contains(
                        "89999010000000012349",
                        "= 001010123456787",
                        "= Tänk om",
                        "= +46701234567",
                        "= +46705008999",
                        "algorithmID 1  (milenage)",
                        "key 465B5CE8B199B49FAA5F0A2EE238A6BC",
                        "keyData AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .doesNotContain("usim-test-algorithm", "89000123456789012341", "= 001010123456063");
        assertThat(PackageCheck.findings(read)).extracting(Finding::rule).containsExactly("service-listed");
    }

    @ParameterizedTest
    @CsvSource({"16, 1, tuak128", "32, 200, tuak256"})
    void tuak_replaces_the_algorithm_with_its_lengths_and_service(int keyBytes, int keccak, String service) {
        PersonalisationData data = PersonalisationData.builder()
                .with(new AuthenticationKeys.Tuak(new byte[keyBytes], new byte[32], keccak))
                .build();
        ProfilePackage after = Personalisation.personalise(TEMPLATE, data);
        assertThat(after.first("header").orElseThrow().node().at("eUICC-Mandatory-services." + service))
                .isPresent();
        assertThat(PackageCheck.findings(ProfilePackage.decode(after.encoded())))
                .isEmpty();
        assertThat(PackageText.of(after, true)).contains("algorithmID 2  (tuak)");
    }

    @Test
    void data_without_a_value_leaves_the_package_as_it_is() {
        ProfilePackage after = Personalisation.personalise(
                TEMPLATE, PersonalisationData.builder().build());
        assertThat(PackageDifference.between(TEMPLATE, after, true)).isEmpty();
    }

    @Test
    void a_value_without_a_place_is_refused() {
        ProfilePackage withoutKeys =
                new ProfilePackage(List.of(TEMPLATE.first("header").orElseThrow()));
        assertThatThrownBy(() -> Personalisation.personalise(withoutKeys, everything()))
                .isInstanceOf(PersonalisationException.class)
                .hasMessageStartingWith("the package has no place for [imsi, authentication, ");
        PersonalisationData unknownKey = PersonalisationData.builder()
                .with(new SecurityDomainKey(Optional.empty(), 2, 1, new byte[16]))
                .build();
        assertThatThrownBy(() -> Personalisation.personalise(TEMPLATE, unknownKey))
                .isInstanceOf(PersonalisationException.class)
                .hasMessage("the package has no place for key-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "iccid, 123",
        "imsi, 12345",
        "pin1, 123",
        "puk1, 1234567",
        "adm1, 12345678A",
        "msisdn, ++1",
        "spn, a name of more than sixteen",
        "ki, 00112233",
        "ki, 00112233445566778899AABBCCDDEEFF",
        "key-00-01, 00112233445566778899AABBCCDDEEFF",
        "key-01-01, 0011",
        "impi, with space",
        "shoe-size, 43",
    })
    void a_value_that_is_none_is_refused_without_being_repeated(String column, String value) {
        assertThatThrownBy(() ->
                        PersonalisationData.builder().column(column, value).build())
                .isInstanceOf(PersonalisationException.class)
                .hasMessageNotContaining(value);
    }

    @Test
    void no_text_form_tells_a_secret() {
        assertThat(everything().toString()).contains("89999010000000012349").doesNotContain("12345678", "465");
        assertThat(everything().authentication().orElseThrow().toString()).isEqualTo("Milenage keys");
        assertThat(everything().securityDomainKeys())
                .extracting(Object::toString)
                .contains("key-01-01");
    }

    @Test
    void columns_of_an_input_file_make_the_same_data() {
        PersonalisationData data = PersonalisationData.builder()
                .column("ICCID", "89999010000000012349")
                .column("KI", HEX.formatHex(KI))
                .column("OP", "cdc202d5123e20f62b6d676ac72cb318")
                .column("KEY_30_01", "AA".repeat(16))
                .column("SERVICE_CENTRE", "")
                .build();
        assertThat(data.subjects())
                .isEqualTo(EnumSet.of(Subject.ICCID, Subject.AUTHENTICATION, Subject.SECURITY_DOMAIN_KEY));
        assertThat(data.authentication().orElseThrow().operatorConstant()).isEqualTo(OPC);
    }

    @Test
    void a_key_of_a_named_security_domain_goes_there() {
        SecurityDomainKey key =
                new SecurityDomainKey(Optional.of("A000000151000000"), 0x40, 1, HEX.parseHex("DD".repeat(16)));
        ProfilePackage after = Personalisation.personalise(
                TEMPLATE, PersonalisationData.builder().with(key).build());
        assertThat(PackageDifference.between(TEMPLATE, after, true))
                .singleElement()
                .satisfies(d -> assertThat(d.place()).isEqualTo("securityDomain.keyList[3].keyComponents[0].keyData"));
    }

    @Test
    void the_template_supports_every_subject_in_bulk() {
        assertThat(PersonalisationPlan.of(TEMPLATE.encoded()).subjects()).isEqualTo(Set.of(Subject.values()));
    }

    static AuthenticationKeys milenage() {
        return new AuthenticationKeys.Milenage(KI, OPC);
    }

    static PersonalisationData everything() {
        return ts48Data()
                .with(milenage())
                .withImsIdentitiesOf(new Imsi("001010123456787"), 2)
                .with(new SecurityDomainKey(Optional.empty(), 0x40, 1, HEX.parseHex("BB".repeat(16))))
                .with(new SecurityDomainKey(Optional.empty(), 0x30, 3, HEX.parseHex("CC".repeat(16))))
                .build();
    }

    private static PersonalisationDataBuilder ts48Data() {
        return PersonalisationData.builder()
                .with(Subject.ICCID, "89999010000000012349")
                .with(Subject.IMSI, "001010123456787")
                .with(Subject.PIN1, "1234")
                .with(Subject.PIN2, "6789")
                .with(Subject.PUK1, "12345678")
                .with(Subject.PUK2, "87654321")
                .with(Subject.ADM1, "0123456789ABCDEF")
                .with(Subject.MSISDN, "+46701234567")
                .with(Subject.SPN, "Tänk om")
                .with(Subject.SERVICE_CENTRE, "+46705008999")
                .with(new SecurityDomainKey(Optional.empty(), 1, 1, HEX.parseHex("AA".repeat(16))));
    }
}
