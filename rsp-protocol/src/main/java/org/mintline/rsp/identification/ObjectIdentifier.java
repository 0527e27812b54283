package org.mintline.rsp.identification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/**
 * An object identifier (ITU-T X.660; coding in X.690, clause 8.19).
 *
 * @param text dotted decimal, for instance {@code 2.999.10}
 */
public record ObjectIdentifier(String text) {
    private static final int MAXIMUM_OCTETS = 128;
    private static final int MAXIMUM_LENGTH = 384;

    /**
     * @throws IllegalArgumentException if it is no object identifier, or one of more than 384 characters
     */
    public ObjectIdentifier {
        if (text.length() > MAXIMUM_LENGTH || ASN1ObjectIdentifier.tryFromID(text) == null) {
            throw new IllegalArgumentException("is no object identifier");
        }
    }

    /** Reads an OBJECT IDENTIFIER data object, whatever its tag. */
    public static ObjectIdentifier decode(Tlv tlv) {
        try {
            return ofContent(tlv.octets(1, MAXIMUM_OCTETS));
        } catch (IllegalArgumentException e) {
            throw new DecodeException(tlv.name(), tlv.valueOffset(), "is no object identifier");
        }
    }

    /**
     * Reads the content bytes of an encoding, without tag and length.
     *
     * @throws IllegalArgumentException if they are none, or too long
     */
    public static ObjectIdentifier ofContent(byte[] content) {
        return new ObjectIdentifier(ASN1ObjectIdentifier.fromContents(content).getId());
    }

    /** The content bytes of its encoding, without tag and length. */
    public byte[] content() {
        try {
            byte[] encoded = new ASN1ObjectIdentifier(text).getEncoded();
            int header = (encoded[1] & 0x80) == 0 ? 2 : 2 + (encoded[1] & 0x7F);
            return Arrays.copyOfRange(encoded, header, encoded.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
