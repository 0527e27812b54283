package org.mintline.rsp.profilepackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.rsp.profilepackage.schema.Node;

class PackageTextTest {
    private static final String PACKAGE = "v5_SAIP2.3_BERTLV_SUCI";

    static Stream<Path> ts48() {
        return Ts48.files().stream();
    }

    @ParameterizedTest
    @MethodSource("ts48")
    void a_real_package_is_shown_with_its_identities_in_words(Path file) {
        String text = PackageText.of(ProfilePackage.decode(Ts48.read(file)), false);
        assertThat(text).contains("iccid 89000123456789012341", "= 89000123456789012341");
        assertThat(text)
                .containsPattern("ef-imsi\n    fileDescriptor file 7FD0/6F07, transparent, 9 bytes\n      = 0010\\d+");
        assertThat(text).contains("GSMA_TEST");
    }

    @Test
    void keys_pins_and_puks_are_masked_unless_asked_for() {
        ProfilePackage profile = ProfilePackage.decode(Ts48.bytes(PACKAGE));
        assertThat(PackageText.of(profile, false))
                .contains("key ********", "pinValue ********", "pukValue ********", "keyData ********")
                .doesNotContain("3131313131313131", "000102030405060708090A0B0C0D0E0F");
        assertThat(PackageText.of(profile, true))
                .contains("pukValue 3131313131313131  (11111111)", "key 000102030405060708090A0B0C0D0E0F");
    }

    @Test
    void a_changed_value_shows_as_one_difference() {
        ProfilePackage before = ProfilePackage.decode(Ts48.bytes(PACKAGE));
        Node header = before.elements().get(0).node();
        Node iccid = header.child("iccid").orElseThrow();
        ProfilePackage after =
                before.with(Map.of(0, new ProfileElement(header.replace(iccid, iccid.withValue(new byte[10])))));
        assertThat(PackageDifference.between(before, after, false))
                .extracting(PackageDifference::toString)
                .containsExactly("~ header.iccid 89000123456789012341  (89000123456789012341)"
                        + " -> 00000000000000000000  (00000000000000000000)");
        assertThat(PackageDifference.between(before, before, false)).isEmpty();
    }

    @Test
    void versions_of_a_package_differ_in_the_elements_that_were_added() {
        ProfilePackage older = ProfilePackage.decode(Ts48.bytes("v4_SAIP2.1B"));
        ProfilePackage newer = ProfilePackage.decode(Ts48.bytes("v5_SAIP2.3_NoBERTLV"));
        assertThat(PackageDifference.between(older, newer, false))
                .extracting(PackageDifference::toString)
                .anyMatch(line -> line.startsWith("+ df-5gs "))
                .anyMatch(line -> line.startsWith("~ header.minor-version 1 -> 3"));
    }
}
