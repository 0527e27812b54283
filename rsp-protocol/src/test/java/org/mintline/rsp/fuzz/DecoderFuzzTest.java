package org.mintline.rsp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Every decoder, on noise and on spoilt messages: it ends in a value or in a DecodeException.
 *
 * <p>The system property {@code mintline.fuzz.inputs} says how many inputs there are over all decoders (20,000), {@code
 * mintline.fuzz.inputs-each} how many for each of them instead, {@code mintline.fuzz.seed} repeats a run.
 */
class DecoderFuzzTest {
    /** All decoders of the library: each package adds its list. */
    private static final List<Decoder<?>> ALL =
            Stream.of(MessageCodecs.decoders()).flatMap(List::stream).toList();

    @Example
    void every_decoder_ends_in_a_value_or_in_a_decode_exception() {
        long seed = Long.getLong("mintline.fuzz.seed", System.nanoTime());
        long each =
                Long.getLong("mintline.fuzz.inputs-each", Long.getLong("mintline.fuzz.inputs", 20_000) / ALL.size());
        long accepted = 0;
        for (Decoder<?> decoder : ALL) {
            accepted += run(decoder, Math.max(1, each), new SplittableRandom(seed), seed);
        }
        assertThat(accepted).as("inputs that are messages all the same").isPositive();
    }

    private static <T> long run(Decoder<T> decoder, long count, SplittableRandom random, long seed) {
        Mutation mutation = new Mutation(random);
        List<byte[]> seeds = decoder.seeds().get();
        long accepted = 0;
        for (long i = 0; i < count; i++) {
            byte[] input = mutation.next(seeds);
            try {
                T value = decoder.decode().apply(input);
                accepted++;
                assertThatEncodes(decoder, value);
            } catch (DecodeException e) {
                if (e.offset() < 0) {
                    fail(
                            "%s names no place in %s",
                            decoder.name(), HexFormat.of().formatHex(input));
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "%s, mintline.fuzz.seed=%d, input %s"
                                .formatted(decoder.name(), seed, HexFormat.of().formatHex(input)),
                        e);
            }
        }
        return accepted;
    }

    private static <T> void assertThatEncodes(Decoder<T> decoder, T value) {
        try {
            assertThat(decoder.decode().apply(decoder.encode().apply(value))).isNotNull();
        } catch (DecodeException e) {
            throw new IllegalStateException("what was decoded is encoded to what does not decode", e);
        }
    }
}
