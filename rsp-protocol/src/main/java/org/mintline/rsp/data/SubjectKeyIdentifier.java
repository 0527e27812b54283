package org.mintline.rsp.data;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * The identifier of a CI public key: the subject key identifier in its certificate (RFC 5280, clause 4.2.1.2).
 *
 * @param value 1 to 64 bytes, in practice the 20 of SHA-1
 */
public record SubjectKeyIdentifier(byte[] value) {
    static final int TAG = 0x04;
    private static final int MAXIMUM_OCTETS = 64;

    /** Refuses an empty or too long identifier. */
    public SubjectKeyIdentifier {
        if (value.length == 0 || value.length > MAXIMUM_OCTETS) {
            throw new IllegalArgumentException("a subject key identifier has 1 to 64 bytes");
        }
    }

    /** Reads the data object '04' of a JSON or ASN.1 message. */
    public static SubjectKeyIdentifier decode(Tlv tlv) {
        return new SubjectKeyIdentifier(tlv.expect(TAG, "SubjectKeyIdentifier").octets(1, MAXIMUM_OCTETS));
    }

    static List<SubjectKeyIdentifier> decodeList(TlvReader reader, int tag, String element) {
        return reader.require(tag, element).children().stream()
                .map(SubjectKeyIdentifier::decode)
                .toList();
    }

    static byte[] encodeList(int tag, List<SubjectKeyIdentifier> list) {
        return new TlvWriter()
                .allEncoded(list.stream().map(SubjectKeyIdentifier::encoded).toList())
                .wrap(tag);
    }

    /** The data object '04': {@code 04 14} and 20 bytes. */
    public byte[] encoded() {
        return Tlv.encode(TAG, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectKeyIdentifier identifier && Arrays.equals(value, identifier.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(value);
    }
}
