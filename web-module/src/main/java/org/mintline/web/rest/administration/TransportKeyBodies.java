package org.mintline.web.rest.administration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.mintline.smdpplus.TransportKeys;
import org.mintline.smdpplus.imports.TransportKey.Algorithm;

/** Bodies about the keys under which input files carry secrets. */
public final class TransportKeyBodies {
    private TransportKeyBodies() {}

    /**
     * A transport key to be registered.
     *
     * @param index the number by which input files name it
     * @param algorithm its cipher
     * @param key its value
     * @param checkValue 6 hexadecimal digits: a block of zeros under the key begins with them
     */
    public record NewTransportKey(
            @NotNull @Min(0) @Max(9999) Integer index,
            @NotNull Algorithm algorithm,
            @NotNull byte[] key,
            @NotNull @Pattern(regexp = "[0-9A-Fa-f]{6}") String checkValue) {
        /** Without the key. */
        @Override
        public String toString() {
            return "transport key " + index;
        }
    }

    /**
     * A transport key, without its value.
     *
     * @param index the number by which input files name it
     * @param algorithm its cipher
     * @param checkValue 6 hexadecimal digits: a block of zeros under the key begins with them
     * @param createdAt since when it is there
     */
    public record TransportKeyView(int index, Algorithm algorithm, String checkValue, Instant createdAt) {
        static TransportKeyView of(TransportKeys.Description key) {
            return new TransportKeyView(key.index(), key.algorithm(), key.checkValue(), key.createdAt());
        }
    }
}
