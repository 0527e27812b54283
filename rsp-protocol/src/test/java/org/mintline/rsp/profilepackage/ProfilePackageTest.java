package org.mintline.rsp.profilepackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.rsp.profilepackage.schema.Node;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

class ProfilePackageTest {
    private static final byte[] END = HexFormat.of().parseHex("AA07A0058000810105");

    static Stream<Path> ts48() {
        return Ts48.files().stream();
    }

    @ParameterizedTest
    @MethodSource("ts48")
    void a_real_package_is_encoded_to_the_bytes_it_was_decoded_from(Path file) {
        byte[] bytes = Ts48.read(file);
        assertThat(ProfilePackage.decode(bytes).encoded()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("ts48")
    void every_element_of_a_real_package_is_known_to_the_schema(Path file) {
        assertThat(ProfilePackage.decode(Ts48.read(file)).elements())
                .flatExtracting(e -> everyNode(e.node()).toList())
                .noneMatch(n -> n.component().isEmpty());
    }

    @Test
    void values_are_found_by_their_names() {
        ProfilePackage profile = ProfilePackage.decode(Ts48.bytes("v5_SAIP2.3_BERTLV_SUCI"));
        assertThat(profile.first("header")
                        .orElseThrow()
                        .node()
                        .at("iccid")
                        .orElseThrow()
                        .value())
                .isEqualTo(HexFormat.of().parseHex("89000123456789012341"));
        Node aka = profile.first("akaParameter").orElseThrow().node();
        assertThat(aka.at("algoConfiguration.algoParameter.algorithmID")
                        .orElseThrow()
                        .integer())
                .isEqualTo(3);
        assertThat(profile.first("pukCodes")
                        .orElseThrow()
                        .node()
                        .at("pukCodes[1].keyReference")
                        .orElseThrow()
                        .integer())
                .isEqualTo(129);
        assertThat(profile.first("usim").orElseThrow().templateId()).contains("2.23.143.1.2.4");
    }

    @Test
    void an_unknown_element_survives() {
        byte[] unknownElement = HexFormat.of().parseHex("BF7A03800101");
        byte[] unknownComponent = HexFormat.of().parseHex("AA0CA00580008101058503123456");
        byte[] both = concat(unknownElement, unknownComponent);
        ProfilePackage profile = ProfilePackage.decode(both);
        assertThat(profile.encoded()).isEqualTo(both);
        assertThat(profile.elements()).extracting(ProfileElement::type).containsExactly("[BF7A]", "end");
    }

    @Test
    void an_error_names_the_element_and_the_offset() {
        byte[] shortIccid = Tlv.encode(0xA0, HexFormat.of().parseHex("800102810103"), Tlv.encode(0x83, new byte[9]));
        assertThatThrownBy(() -> ProfilePackage.decode(concat(END, shortIccid)))
                .isInstanceOf(DecodeException.class)
                .hasMessage("header.iccid at byte 17: has 9 bytes, not 10");
    }

    @Test
    void a_length_that_is_not_in_its_shortest_form_is_refused() {
        assertThatThrownBy(() -> ProfilePackage.decode(HexFormat.of().parseHex("AA8107A0058000810105")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("shortest form");
    }

    @Test
    void components_out_of_order_are_refused() {
        assertThatThrownBy(() -> ProfilePackage.decode(HexFormat.of().parseHex("AA07A0058101058000")))
                .isInstanceOf(DecodeException.class)
                .hasMessage("end.end-header.'80' at byte 7: is out of order or repeated");
    }

    @Test
    void a_package_over_the_limit_is_refused() {
        assertThatThrownBy(() -> ProfilePackage.decode(new byte[ProfilePackage.MAXIMUM_BYTES + 1]))
                .isInstanceOf(DecodeException.class);
    }

    private static Stream<Node> everyNode(Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(ProfilePackageTest::everyNode));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
