package org.mintline.rsp.profilepackage.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.rsp.profilepackage.ProfileElement;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.Ts48;
import org.mintline.rsp.profilepackage.check.Finding.Severity;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.rsp.profilepackage.template.TemplateCompiler;

class PackageCheckTest {

    static Stream<Path> ts48() {
        return Ts48.files().stream();
    }

    @ParameterizedTest
    @MethodSource("ts48")
    void a_real_package_has_no_errors(Path file) {
        List<Finding> findings = PackageCheck.findings(ProfilePackage.decode(Ts48.read(file)));
        assertThat(findings).filteredOn(f -> f.severity() == Severity.ERROR).isEmpty();
        assertThat(findings).extracting(Finding::rule).containsExactly("service-listed", "access-class");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'      iccid: {iccid: 89999010000000000013}'|'      iccid: {iccid: 89999010000000000021}'|iccid-equal",
                "'      iccid: {iccid: 89999010000000000013}'|''|component-present",
                "'ef-imsi: {content: {imsi: 001010000000001}}'|''|component-present",
                "'[usim, isim, milenage,'|'[usim, isim, tuak128,'|service-used",
                "'[usim, isim, milenage,'|'[usim, isim, csim, milenage,'|service-used",
                "'get-identity, profile-a'|'profile-a'|service-used",
                "'      profileType: Mintline default'|'      eUICC-Mandatory-GFSTEList: [2.23.143.1.2.1]'|template-listed",
                "'unblockingPINReference: pukAppl1'|'unblockingPINReference: pukAppl2'|puk-reference",
                "'keyReference: secondPUKAppl1'|'keyReference: pukAppl1'|key-reference-unique",
                "'mf: {pin-status: [pinAppl1, adm1]}'|'mf: {}'|directory-pin-status",
                "'ef-smss: {content: FFFF}'|'ef-smss: {link: 7FD0/6F99}'|link-target",
                "'ef-smss: {content: FFFF}'|'ef-smss: {rule: 6F06/15, content: FFFF}'|access-rule",
                "'in: 7F10/5F3A, fid: 4F09'|'in: 7F10/5F3B, fid: 4F09'|file-path",
                "'securityDomainAID: A000000151000000\n      tarList: [B00000]'|'securityDomainAID: A000000151000001\n      tarList: [B00000]'|security-domain-reference",
                "'adfAID: A0000000871002FF49FF0589'|'adfAID: A0000000871002FF49FF0588'|adf-reference",
                "'instanceAID: A00000055910100002'|'instanceAID: A00000055910100001'|instance-unique",
                "'keyData: 11111111111111111111111111111111'|'keyData: 111111111111111111111111111111'|key-length",
                "'key: 00112233445566778899AABBCCDDEEFF'|'key: 00112233'|algorithm-keys",
            })
    void a_breach_of_a_rule_is_an_error(String part, String replacement, String rule) {
        assertThat(DefaultTemplate.yaml()).contains(part);
        List<Finding> findings = findings(DefaultTemplate.yaml().replace(part, replacement));
        assertThat(findings)
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void content_beyond_the_size_of_its_file_is_an_error() {
        ProfilePackage profile = TemplateCompiler.compile(DefaultTemplate.yaml());
        byte[] encoded = profile.encoded();
        ProfileElement mf = profile.first("mf").orElseThrow();
        int size =
                mf.node().at("ef-dir.fileDescriptor.efFileSize").orElseThrow().valueOffset();
        encoded[size] = 38;
        assertThat(PackageCheck.findings(ProfilePackage.decode(encoded)))
                .extracting(Finding::rule)
                .containsExactly("file-content");
        encoded[size] = 77;
        assertThat(PackageCheck.findings(ProfilePackage.decode(encoded)))
                .extracting(Finding::rule)
                .containsExactly("file-records");
    }

    @Test
    void a_template_that_is_unknown_or_of_another_element_is_an_error() {
        ProfilePackage profile = TemplateCompiler.compile(DefaultTemplate.yaml());
        byte[] encoded = profile.encoded();
        int last = profile.first("opt-isim")
                        .orElseThrow()
                        .node()
                        .at("templateID")
                        .orElseThrow()
                        .valueOffset()
                + 5;
        encoded[last] = 4;
        assertThat(rules(ProfilePackage.decode(encoded))).containsExactly("template-fits");
        encoded[last] = 99;
        assertThat(rules(ProfilePackage.decode(encoded))).containsExactly("template-listed", "template-known");
    }

    @Test
    void elements_in_another_order_are_errors() {
        ProfilePackage profile = TemplateCompiler.compile(DefaultTemplate.yaml());
        assertThat(rules(moved(profile, "header", 1))).contains("header-first");
        assertThat(rules(moved(profile, "end", 3))).contains("end-last");
        assertThat(rules(moved(profile, "opt-usim", 1))).contains("element-order");
        assertThat(rules(moved(profile, "pukCodes", 10))).contains("element-order", "puk-reference");
        assertThat(rules(moved(profile, "akaParameter", 1))).contains("element-order");
        assertThat(rules(moved(profile, "rfm", 1))).contains("element-order");
    }

    @Test
    void an_element_that_stands_twice_is_an_error() {
        ProfilePackage profile = TemplateCompiler.compile(DefaultTemplate.yaml());
        List<ProfileElement> elements = new ArrayList<>(profile.elements());
        elements.add(1, profile.first("mf").orElseThrow());
        assertThat(rules(new ProfilePackage(elements))).contains("element-once", "identification-unique");
    }

    private static ProfilePackage moved(ProfilePackage profile, String type, int position) {
        List<ProfileElement> elements = new ArrayList<>(profile.elements());
        ProfileElement element = profile.first(type).orElseThrow();
        int from = elements.indexOf(element);
        Collections.rotate(
                elements.subList(Math.min(from, position), Math.max(from, position) + 1), from < position ? -1 : 1);
        return new ProfilePackage(elements);
    }

    private static List<String> rules(ProfilePackage profile) {
        return PackageCheck.findings(profile).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    private static List<Finding> findings(String yaml) {
        return PackageCheck.findings(TemplateCompiler.compile(yaml));
    }
}
