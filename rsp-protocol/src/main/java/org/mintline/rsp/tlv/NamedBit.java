package org.mintline.rsp.tlv;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** One of the named bits of an ASN.1 BIT STRING (ITU-T X.680, clause 22.2). */
public interface NamedBit {
    /** The number of the bit: 0 is the most significant bit of the first byte. */
    int bit();

    /**
     * The named bits that are set in a bit string. Bits without a name in the type are passed over: a later version of the
     * standard may have named them.
     *
     * @throws DecodeException if it is no bit string, or longer than 16 bytes
     */
    static <E extends Enum<E> & NamedBit> Set<E> decode(Class<E> type, Tlv dataObject) {
        byte[] value = dataObject.octets(1, 17);
        int unused = value[0];
        if (unused < 0 || unused > 7 || value.length == 1 && unused != 0) {
            throw new DecodeException(type.getSimpleName(), dataObject.offset(), "has " + unused + " unused bits");
        }
        int bits = 8 * (value.length - 1) - unused;
        Set<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            int bit = constant.bit();
            if (bit < bits && (value[1 + bit / 8] & 0x80 >> bit % 8) != 0) {
                set.add(constant);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    /** The value of the bit string in which these bits are set, without trailing zero bits (X.690, clause 11.2.2). */
    static byte[] bitString(Collection<? extends NamedBit> bits) {
        int last = bits.stream().mapToInt(NamedBit::bit).max().orElse(-1);
        byte[] value = new byte[1 + (last + 8) / 8];
        value[0] = (byte) (last < 0 ? 0 : 7 - last % 8);
        for (NamedBit bit : bits) {
            value[1 + bit.bit() / 8] |= (byte) (0x80 >> bit.bit() % 8);
        }
        return value;
    }
}
