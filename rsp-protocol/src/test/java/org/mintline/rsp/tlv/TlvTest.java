package org.mintline.rsp.tlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TlvTest {
    private static final HexFormat HEX = HexFormat.of();

    @Property(tries = 500)
    void what_is_encoded_decodes_to_the_same_value(@ForAll @Size(max = 70_000) byte[] value) {
        byte[] encoded = Tlv.encode(0x5F37, value);
        Tlv decoded = Tlv.decode(encoded, DecodeLimits.PACKAGE);
        assertThat(decoded.tag()).isEqualTo(0x5F37);
        assertThat(decoded.value()).isEqualTo(value);
        assertThat(decoded.encoded()).isEqualTo(encoded);
    }

    @Property(tries = 20_000)
    void any_bytes_end_in_elements_or_in_the_typed_error(@ForAll @Size(max = 200) byte[] input) {
        try {
            Tlv.decodeAll(input, DecodeLimits.MESSAGE).stream()
                    .filter(Tlv::isConstructed)
                    .forEach(Tlv::children);
        } catch (DecodeException e) {
            assertThat(e.offset()).isBetween(0, input.length);
        }
    }

    @Test
    void nested_elements_know_their_place_in_the_whole_input() {
        Tlv outer = Tlv.decode(HEX.parseHex("bf360730058003010203"), DecodeLimits.MESSAGE);
        Tlv inner = outer.children().get(0).children().get(0);
        assertThat(inner.offset()).isEqualTo(5);
        assertThat(inner.value()).containsExactly(1, 2, 3);
    }

    @Test
    void a_length_past_the_end_is_refused_with_its_place() {
        assertThatThrownBy(() -> Tlv.decode(HEX.parseHex("3084ffffffff00"), DecodeLimits.MESSAGE))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("at byte 1");
    }

    @Test
    void deep_nesting_is_refused() {
        byte[] nested = new byte[0];
        for (int i = 0; i < 40; i++) {
            nested = Tlv.encode(0x30, nested);
        }
        Tlv outer = Tlv.decode(nested, DecodeLimits.MESSAGE);
        assertThatThrownBy(() -> descend(outer)).hasMessageContaining("nested deeper than 16");
    }

    private static void descend(Tlv element) {
        element.children().forEach(TlvTest::descend);
    }
}
