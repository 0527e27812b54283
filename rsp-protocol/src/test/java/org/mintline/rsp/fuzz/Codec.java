package org.mintline.rsp.fuzz;

import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/**
 * A type of message with all its values.
 *
 * @param <T> the type
 * @param type whose {@code decode(byte[])} it is
 */
public record Codec<T>(Class<?> type, Arbitrary<T> values, Function<T, byte[]> encode, Function<byte[], T> decode) {
    private static final int SEEDS = 8;

    /** For the fuzz run. */
    Decoder<T> decoder() {
        return new Decoder<>(
                type, () -> values.sampleStream().limit(SEEDS).map(encode).toList(), decode, encode);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
