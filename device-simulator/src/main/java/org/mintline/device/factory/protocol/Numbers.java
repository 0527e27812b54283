package org.mintline.device.factory.protocol;

import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.tlv.NamedNumber;

/** Names of numbers that stand in one byte. */
public final class Numbers {
    private Numbers() {}

    /** The value of that number, if there is one. */
    public static <E extends Enum<E> & NamedNumber> Optional<E> find(Class<E> type, int number) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.number() == number)
                .findFirst();
    }
}
