package org.mintline.rsp.data;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * Extended Card Resources Information (ETSI TS 102 226, clause 8.2.1.7.2).
 *
 * @param numberOfInstalledApplications '81'
 * @param freeNonVolatileMemory '82', in bytes
 * @param freeVolatileMemory '83', in bytes
 */
public record ExtCardResource(
        OptionalLong numberOfInstalledApplications,
        OptionalLong freeNonVolatileMemory,
        OptionalLong freeVolatileMemory) {
    private static final int MAXIMUM_OCTETS = 7;

    /** Reads the data objects that make up the value of extCardResource. */
    public static ExtCardResource decode(byte[] value) {
        List<Tlv> all = Tlv.decodeAll(value, DecodeLimits.MESSAGE);
        Map<Integer, Long> numbers = new HashMap<>();
        for (Tlv tlv : all) {
            if (tlv.tag() >= 0x81 && tlv.tag() <= 0x83) {
                numbers.putIfAbsent(tlv.tag(), new BigInteger(1, tlv.octets(1, MAXIMUM_OCTETS)).longValueExact());
            }
        }
        return new ExtCardResource(number(numbers, 0x81), number(numbers, 0x82), number(numbers, 0x83));
    }

    /** The data objects, one behind the other: the value of extCardResource. */
    public byte[] value() {
        TlvWriter writer = new TlvWriter();
        numberOfInstalledApplications.ifPresent(n -> writer.octets(0x81, unsigned(n)));
        freeNonVolatileMemory.ifPresent(n -> writer.octets(0x82, unsigned(n)));
        freeVolatileMemory.ifPresent(n -> writer.octets(0x83, unsigned(n)));
        return writer.concatenated();
    }

    private static OptionalLong number(Map<Integer, Long> numbers, int tag) {
        Long number = numbers.get(tag);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static byte[] unsigned(long number) {
        int octets = Math.max(1, (71 - Long.numberOfLeadingZeros(number)) / 8);
        byte[] value = new byte[octets];
        for (int i = 0; i < octets; i++) {
            value[i] = (byte) (number >>> 8 * (octets - 1 - i));
        }
        return value;
    }
}
