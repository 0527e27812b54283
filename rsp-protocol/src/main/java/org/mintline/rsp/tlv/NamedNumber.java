package org.mintline.rsp.tlv;

import java.util.Arrays;
import java.util.Optional;

/** One of the named numbers of an ASN.1 INTEGER (ITU-T X.680, clause 19.5). */
public interface NamedNumber {
    /** The number that stands in the encoding. */
    int number();

    /** The named number of that value, if the type has one. */
    static <E extends Enum<E> & NamedNumber> Optional<E> find(Class<E> type, int number) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.number() == number)
                .findFirst();
    }

    /**
     * The named number that a data object holds.
     *
     * @throws DecodeException if the type has none of that value
     */
    static <E extends Enum<E> & NamedNumber> E require(Class<E> type, Tlv dataObject) {
        return find(type, dataObject.integer())
                .orElseThrow(() -> new DecodeException(
                        type.getSimpleName(), dataObject.offset(), "has no value " + dataObject.integer()));
    }
}
