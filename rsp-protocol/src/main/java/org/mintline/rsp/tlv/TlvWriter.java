package org.mintline.rsp.tlv;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts the data objects inside a constructed one in the order in which the standard lists them (DER, ITU-T X.690). */
public final class TlvWriter {
    private final List<byte[]> elements = new ArrayList<>();

    /** Adds a data object whose value is these octets. */
    public TlvWriter octets(int tag, byte[] value) {
        elements.add(Tlv.encode(tag, value));
        return this;
    }

    /** Adds an integer in the fewest bytes. */
    public TlvWriter integer(int tag, long value) {
        return octets(tag, BigInteger.valueOf(value).toByteArray());
    }

    /** Adds an integer that stands for a named number. */
    public TlvWriter number(int tag, NamedNumber value) {
        return integer(tag, value.number());
    }

    /** Adds a boolean. */
    public TlvWriter bool(int tag, boolean value) {
        return octets(tag, new byte[] {(byte) (value ? 0xFF : 0)});
    }

    /** Adds a text in UTF-8. */
    public TlvWriter utf8(int tag, String value) {
        return octets(tag, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a bit string of named bits, without trailing zero bits. */
    public TlvWriter bits(int tag, Set<? extends NamedBit> bits) {
        return octets(tag, NamedBit.bitString(bits));
    }

    /** Adds a data object that is encoded already, byte for byte. */
    public TlvWriter encoded(byte[] dataObject) {
        elements.add(dataObject);
        return this;
    }

    /** Adds data objects that are encoded already, byte for byte. */
    public TlvWriter allEncoded(List<byte[]> dataObjects) {
        elements.addAll(dataObjects);
        return this;
    }

    /**
     * What was added, inside one constructed data object.
     *
     * @param tag all bytes of the tag
     */
    public byte[] wrap(int tag) {
        return Tlv.encode(tag, elements.toArray(byte[][]::new));
    }

    /** What was added, one behind the other. */
    public byte[] concatenated() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        elements.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
