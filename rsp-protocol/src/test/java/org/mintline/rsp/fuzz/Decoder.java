package org.mintline.rsp.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A decoder of bytes from outside, as the fuzz run wants it.
 *
 * @param <T> what it decodes to
 * @param type whose {@code decode(byte[])} it is
 * @param seeds good inputs, which are then spoilt
 * @param decode must end in a value or in a DecodeException
 * @param encode what a decoded value encodes to; must decode again; empty if values have no encoding
 */
public record Decoder<T>(
        Class<?> type, Supplier<List<byte[]>> seeds, Function<byte[], T> decode, Optional<Function<T, byte[]>> encode) {
    Decoder(Class<?> type, Supplier<List<byte[]>> seeds, Function<byte[], T> decode, Function<T, byte[]> encode) {
        this(type, seeds, decode, Optional.of(encode));
    }

    static <T> Decoder<T> ofNoEncoding(Class<?> type, Supplier<List<byte[]>> seeds, Function<byte[], T> decode) {
        return new Decoder<>(type, seeds, decode, Optional.empty());
    }

    String name() {
        return type.getSimpleName();
    }
}
