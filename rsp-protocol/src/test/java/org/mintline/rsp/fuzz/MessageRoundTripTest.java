package org.mintline.rsp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

class MessageRoundTripTest {
    /** A value with its codec. */
    record Message<T>(Codec<T> codec, T value) {
        byte[] encoded() {
            return codec.encode().apply(value);
        }

        T decoded() {
            return codec.decode().apply(encoded());
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void a_message_decodes_to_the_same_value(@ForAll("messages") Message<?> message) {
        assertThat((Object) message.decoded()).usingRecursiveComparison().isEqualTo(message.value());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void an_unknown_element_at_the_end_of_a_message_is_passed_over(@ForAll("messages") Message<?> message) {
        Tlv whole = Tlv.decode(message.encoded(), DecodeLimits.PACKAGE);
        byte[] extended = Tlv.encode(whole.tag(), whole.value(), new byte[] {(byte) 0xBF, 0x64, 0x02, 0x05, 0x00});
        assertThat((Object) message.codec().decode().apply(extended))
                .usingRecursiveComparison()
                .ignoringFields("encoded", "extensions")
                .isEqualTo(message.value());
    }

    @Provide
    Arbitrary<Message<?>> messages() {
        return Arbitraries.of(Stream.of(MessageCodecs.ALL, FactoryCodecs.ALL, BulkCodecs.ALL)
                        .flatMap(List::stream)
                        .toList())
                .flatMap(codec -> values(codec));
    }

    private static <T> Arbitrary<Message<?>> values(Codec<T> codec) {
        return codec.values().map(value -> new Message<>(codec, value));
    }
}
