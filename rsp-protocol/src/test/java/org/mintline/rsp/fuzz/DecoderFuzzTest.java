package org.mintline.rsp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Every decoder, on noise and on spoilt messages: it ends in a value or in a DecodeException.
 *
 * <p>The system property {@code mintline.fuzz.inputs} says how many inputs there are over all decoders (20,000), {@code
 * mintline.fuzz.inputs-each} how many for each of them instead, {@code mintline.fuzz.seed} repeats a run.
 */
class DecoderFuzzTest {
    private static final List<Decoder<?>> ALL = Decoders.all();

    @Example
    void every_decoder_of_the_library_is_among_them() {
        JavaClasses library = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.mintline.rsp");
        Set<String> decoders = library.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals("decode"))
                .filter(method -> method.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC)))
                .filter(method -> method.getRawParameterTypes().size() == 1)
                .filter(method -> method.getRawParameterTypes().get(0).isEquivalentTo(byte[].class))
                .map(method -> method.getOwner().getName())
                .collect(Collectors.toSet());

        assertThat(decoders).hasSizeGreaterThan(50);
        assertThat(ALL.stream().map(decoder -> decoder.type().getName())).containsAll(decoders);
    }

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
            decoder.encode().ifPresent(encode -> assertThat(decoder.decode().apply(encode.apply(value)))
                    .isNotNull());
        } catch (DecodeException e) {
            throw new IllegalStateException("what was decoded is encoded to what does not decode", e);
        }
    }
}
