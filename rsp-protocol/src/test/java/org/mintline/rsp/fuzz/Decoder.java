package org.mintline.rsp.fuzz;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A decoder of bytes from outside, as the fuzz run wants it.
 *
 * @param <T> what it decodes to
 * @param name of the type
 * @param seeds good inputs, which are then spoilt
 * @param decode must end in a value or in a DecodeException
 * @param encode what a decoded value encodes to; must decode again
 */
public record Decoder<T>(
        String name, Supplier<List<byte[]>> seeds, Function<byte[], T> decode, Function<T, byte[]> encode) {}
