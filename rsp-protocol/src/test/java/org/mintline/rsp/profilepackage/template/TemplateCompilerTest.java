package org.mintline.rsp.profilepackage.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.rsp.profilepackage.PackageText;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.check.PackageCheck;

class TemplateCompilerTest {
    private static final String END = "format: mintline-profile-template/1\nelements:\n  - end:\n";

    @Test
    void the_default_template_compiles_to_a_package_without_findings() {
        assertThat(PackageCheck.findings(TemplateCompiler.compile(DefaultTemplate.yaml())))
                .isEmpty();
    }

    @Test
    void the_default_template_holds_all_that_a_5g_subscription_needs() {
        ProfilePackage profile = TemplateCompiler.compile(DefaultTemplate.yaml());
        assertThat(profile.elements())
                .extracting(ProfileElement::type)
                .containsExactly(
                        "header",
                        "mf",
                        "pukCodes",
                        "pinCodes",
                        "telecom",
                        "genericFileManagement",
                        "usim",
                        "opt-usim",
                        "pinCodes",
                        "akaParameter",
                        "df-5gs",
                        "df-saip",
                        "isim",
                        "opt-isim",
                        "pinCodes",
                        "akaParameter",
                        "securityDomain",
                        "rfm",
                        "rfm",
                        "end");
        assertThat(PackageText.of(profile, false))
                .contains(
                        "iccid 89999010000000000013",
                        "= 001010000000001",
                        "= Mintline",
                        "scheme 2 key 2, scheme 1 key 1, scheme 0 key 0",
                        "tarList\n    [0] B00010");
    }

    @Test
    void the_smallest_template_compiles() {
        assertThat(TemplateCompiler.compile(END).elements())
                .extracting(ProfileElement::label)
                .containsExactly("end #1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  - end:'|'  - ende:'|line 3: there is no profile element 'ende'",
                "'  - end:'|'  - end: {content: 1}'|line 3: 'content' is no component of PE-End",
                "'  - end:'|'  - [end]'|line 3: a mapping with one key is expected",
                "template/1|template/2|line 1: the format is 'mintline-profile-template/1'",
                "elements|element|line 3: 'element' is not known here; known are elements, format, name",
                "'  - end:'|'  - mf: {ef-iccid: {content: {iccid: 12}}}'|line 3: an ICCID has 18 to 20 decimal digits",
                "'  - end:'|'  - mf: {ef-iccid: {content: 0g}}'|line 3: '0g' is not written in pairs of hexadecimal digits",
                "'  - end:'|'  - mf: {ef-iccid: {content: 00112233445566778899AA}}'|line 3: the content has 11 bytes, more than there is room for",
                "'  - end:'|'  - usim: {ef-spn: {contents: 00}}'|line 3: 'contents' is not known here",
                "'  - end:'|'  - usim: {ef-arr: {records: 1}}'|line 3: the size of the file is missing",
                "'  - end:'|'  - df-5gs: {ef-ursp: {}}'|line 3: ef-ursp is not in template 2.23.143.1.2.13: give another templateID",
                "'  - end:'|'  - rfm: {instanceAID: 00}'|line 3: instanceAID has 1 bytes, which is not allowed",
                "'  - end:'|'  - pinCodes: [{keyReference: pin9}]'|line 3: a number from 0 to 2147483647 is expected, not 'pin9'",
            })
    void an_error_names_the_line_and_the_reason(String part, String replacement, String message) {
        assertThatThrownBy(() -> TemplateCompiler.compile(END.replace(part, replacement)))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void yaml_that_would_make_objects_or_grow_is_refused() {
        assertThatThrownBy(() -> TemplateCompiler.compile("a: &a [*a]")).isInstanceOf(TemplateException.class);
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n" + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n" + "f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
        assertThatThrownBy(() -> TemplateCompiler.compile(bomb)).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> TemplateCompiler.compile("[".repeat(100_000))).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> TemplateCompiler.compile("#".repeat(300_000))).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> TemplateCompiler.compile("")).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> TemplateCompiler.compile("a: 1\na: 2")).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> TemplateCompiler.compile(END + "name: !!javax.script.ScriptEngineManager []\n"))
                .isInstanceOf(TemplateException.class);
    }
}
