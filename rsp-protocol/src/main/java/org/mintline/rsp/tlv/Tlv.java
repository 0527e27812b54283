package org.mintline.rsp.tlv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One data object: a tag, a length and a value, as a window on the bytes it was read from (ITU-T X.690, clause 8.1).
 *
 * <p>Tags are written as in the standards, with all their bytes: {@code 0x30}, {@code 0x5F37}, {@code 0xBF36}.
 */
public final class Tlv {
    private static final int CONSTRUCTED = 0x20;

    private final byte[] source;
    private final int tag;
    private final int offset;
    private final int valueOffset;
    private final int valueLength;
    private final int depth;
    private final DecodeLimits limits;
    private List<Tlv> children;

    private Tlv(byte[] source, int tag, int offset, int valueOffset, int valueLength, int depth, DecodeLimits limits) {
        this.source = source;
        this.tag = tag;
        this.offset = offset;
        this.valueOffset = valueOffset;
        this.valueLength = valueLength;
        this.depth = depth;
        this.limits = limits;
    }

    /**
     * Reads the one data object that makes up the whole input.
     *
     * @param input the bytes; must not be changed afterwards
     * @param limits what is admitted
     * @throws DecodeException if the input is too long, is no data object, or has bytes behind it
     */
    public static Tlv decode(byte[] input, DecodeLimits limits) {
        List<Tlv> all = decodeAll(input, limits);
        if (all.size() != 1) {
            throw new DecodeException("data object", 0, all.isEmpty() ? "is empty" : "is followed by more bytes");
        }
        return all.get(0);
    }

    /**
     * Reads a concatenation of data objects.
     *
     * @param input the bytes; must not be changed afterwards
     * @param limits what is admitted
     * @throws DecodeException if the input is too long or does not end with the last data object
     */
    public static List<Tlv> decodeAll(byte[] input, DecodeLimits limits) {
        if (input.length > limits.bytes()) {
            throw new DecodeException("data object", 0, "is longer than " + limits.bytes() + " bytes");
        }
        return readSequence(input, 0, input.length, 0, limits);
    }

    /**
     * Makes a data object of a tag and the concatenation of the given values.
     *
     * @param tag all bytes of the tag, for instance {@code 0xBF36}
     * @param values the parts of the value, in order
     * @return the encoding with the shortest form of length (DER)
     */
    public static byte[] encode(int tag, byte[]... values) {
        int length = 0;
        for (byte[] value : values) {
            length += value.length;
        }
        byte[] header = header(tag, length);
        byte[] encoded = Arrays.copyOf(header, header.length + length);
        int position = header.length;
        for (byte[] value : values) {
            System.arraycopy(value, 0, encoded, position, value.length);
            position += value.length;
        }
        return encoded;
    }

    /**
     * The tag and length bytes that stand before a value.
     *
     * @param tag all bytes of the tag
     * @param length the length of the value in bytes
     */
    public static byte[] header(int tag, int length) {
        int tagBytes = tag > 0xFFFF ? 3 : tag > 0xFF ? 2 : 1;
        int lengthBytes = length < 0x80 ? 1 : length <= 0xFF ? 2 : length <= 0xFFFF ? 3 : length <= 0xFFFFFF ? 4 : 5;
        byte[] header = new byte[tagBytes + lengthBytes];
        for (int i = 0; i < tagBytes; i++) {
            header[i] = (byte) (tag >>> 8 * (tagBytes - 1 - i));
        }
        if (lengthBytes == 1) {
            header[tagBytes] = (byte) length;
        } else {
            header[tagBytes] = (byte) (0x80 | lengthBytes - 1);
            for (int i = 1; i < lengthBytes; i++) {
                header[tagBytes + i] = (byte) (length >>> 8 * (lengthBytes - 1 - i));
            }
        }
        return header;
    }

    /** The tag, with all its bytes. */
    public int tag() {
        return tag;
    }

    /** Where the tag begins in the whole input, in bytes from 0. */
    public int offset() {
        return offset;
    }

    /** Where the value begins in the whole input, in bytes from 0. */
    public int valueOffset() {
        return valueOffset;
    }

    /** The length of the value in bytes. */
    public int length() {
        return valueLength;
    }

    /** A copy of the value. */
    public byte[] value() {
        return Arrays.copyOfRange(source, valueOffset, valueOffset + valueLength);
    }

    /** A copy of tag, length and value, byte for byte as they came. */
    public byte[] encoded() {
        return Arrays.copyOfRange(source, offset, valueOffset + valueLength);
    }

    /** Whether the tag says that the value is made of data objects. */
    public boolean isConstructed() {
        int firstByte = tag > 0xFFFF ? tag >>> 16 : tag > 0xFF ? tag >>> 8 : tag;
        return (firstByte & CONSTRUCTED) != 0;
    }

    /**
     * The data objects inside the value, in order.
     *
     * @throws DecodeException if this data object is primitive, or its value is no sequence of data objects
     */
    public List<Tlv> children() {
        if (children == null) {
            if (!isConstructed()) {
                throw new DecodeException(name(), offset, "is primitive where a constructed element is expected");
            }
            children = readSequence(source, valueOffset, valueOffset + valueLength, depth + 1, limits);
        }
        return children;
    }

    /**
     * This data object, if it has that tag.
     *
     * @param expected all bytes of the tag
     * @param element its name in the standard, for the error
     * @throws DecodeException if it has another tag
     */
    public Tlv expect(int expected, String element) {
        if (tag != expected) {
            String wanted = Integer.toHexString(expected).toUpperCase(java.util.Locale.ROOT);
            throw new DecodeException(element, offset, "has tag " + name() + ", not '" + wanted + "'");
        }
        return this;
    }

    /** The first data object of that tag inside the value, if there is one. */
    public Optional<Tlv> child(int childTag) {
        return children().stream().filter(c -> c.tag == childTag).findFirst();
    }

    /** A reader over the data objects inside the value, to take them in the order of the standard. */
    public TlvReader reader() {
        return new TlvReader(this);
    }

    /**
     * The value as octets of a bounded size.
     *
     * @throws DecodeException if the length is outside the bounds
     */
    public byte[] octets(int minimum, int maximum) {
        if (valueLength < minimum || valueLength > maximum) {
            String bounds = minimum == maximum ? "" + minimum : minimum + " to " + maximum;
            throw new DecodeException(name(), offset, "has " + valueLength + " bytes, not " + bounds);
        }
        return value();
    }

    /**
     * The value as an integer of at most four bytes (X.690, clause 8.3).
     *
     * @throws DecodeException if there is no byte or there are more than four
     */
    public int integer() {
        if (valueLength < 1 || valueLength > 4) {
            throw new DecodeException(name(), offset, "is an integer of " + valueLength + " bytes, not 1 to 4");
        }
        int result = source[valueOffset];
        for (int i = 1; i < valueLength; i++) {
            result = result << 8 | source[valueOffset + i] & 0xFF;
        }
        return result;
    }

    /**
     * The value as an integer of at most eight bytes (X.690, clause 8.3).
     *
     * @throws DecodeException if there is no byte or there are more than eight
     */
    public long longInteger() {
        if (valueLength < 1 || valueLength > 8) {
            throw new DecodeException(name(), offset, "is an integer of " + valueLength + " bytes, not 1 to 8");
        }
        long result = source[valueOffset];
        for (int i = 1; i < valueLength; i++) {
            result = result << 8 | source[valueOffset + i] & 0xFF;
        }
        return result;
    }

    /**
     * The value as a boolean: every byte but 0 is true (X.690, clause 8.2).
     *
     * @throws DecodeException if there is not exactly one byte
     */
    public boolean bool() {
        return octets(1, 1)[0] != 0;
    }

    /**
     * The value as UTF-8 text of a bounded size.
     *
     * @param maximum the longest text in bytes
     * @throws DecodeException if it is longer or is no UTF-8
     */
    public String utf8(int maximum) {
        byte[] octets = octets(0, maximum);
        String text = new String(octets, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), octets)) {
            throw new DecodeException(name(), offset, "is not UTF-8");
        }
        return text;
    }

    /** The tag in the way the standards write it, for messages. */
    public String name() {
        return "'" + Integer.toHexString(tag).toUpperCase(java.util.Locale.ROOT) + "'";
    }

    @Override
    public String toString() {
        return name() + " of " + valueLength + " bytes at " + offset;
    }

    private static List<Tlv> readSequence(byte[] source, int start, int end, int depth, DecodeLimits limits) {
        if (depth > limits.depth()) {
            throw new DecodeException("data object", start, "is nested deeper than " + limits.depth());
        }
        List<Tlv> all = new ArrayList<>();
        int position = start;
        while (position < end) {
            if (all.size() == limits.elements()) {
                throw new DecodeException("data object", position, "has more than " + limits.elements() + " beside it");
            }
            Tlv next = read(source, position, end, depth, limits);
            all.add(next);
            position = next.valueOffset + next.valueLength;
        }
        return List.copyOf(all);
    }

    private static Tlv read(byte[] source, int start, int end, int depth, DecodeLimits limits) {
        int position = start;
        int tag = source[position++] & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            int next;
            do {
                if (position == end) {
                    throw new DecodeException("tag", start, "is cut off");
                }
                if (tag > 0xFFFF) {
                    throw new DecodeException("tag", start, "is longer than 3 bytes");
                }
                next = source[position++] & 0xFF;
                tag = tag << 8 | next;
            } while ((next & 0x80) != 0);
        }
        if (position == end) {
            throw new DecodeException("length", position, "is missing");
        }
        int length = source[position++] & 0xFF;
        if (length >= 0x80) {
            int count = length & 0x7F;
            if (count == 0 || count > 4) {
                throw new DecodeException("length", position - 1, "is indefinite or longer than 4 bytes");
            }
            if (end - position < count) {
                throw new DecodeException("length", position - 1, "is cut off");
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | source[position++] & 0xFF;
            }
            if (value > end - position) {
                throw new DecodeException("length", position - count - 1, "is " + value + ", past the end");
            }
            length = (int) value;
        } else if (length > end - position) {
            throw new DecodeException("length", position - 1, "is " + length + ", past the end");
        }
        return new Tlv(source, tag, start, position, length, depth, limits);
    }
}
