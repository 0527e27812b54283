package org.mintline.rsp.identification;

import java.util.HexFormat;
import java.util.Locale;
import org.mintline.rsp.tlv.Tlv;

/**
 * TransactionID, by which the RSP server names a session (SGP.22 v2.5, clause 3.1.3 and annex H).
 *
 * @param text 1 to 16 bytes in hexadecimal, upper case: the form of the JSON binding
 */
public record TransactionId(String text) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAXIMUM_OCTETS = 16;

    /**
     * @param text hexadecimal, in upper or lower case
     * @throws IllegalArgumentException if it is no hexadecimal text of 1 to 16 bytes
     */
    public TransactionId {
        if (text.isEmpty() || text.length() > 2 * MAXIMUM_OCTETS || text.length() % 2 != 0) {
            throw new IllegalArgumentException("a TransactionID has 2 to 32 hexadecimal characters");
        }
        if (!text.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("a TransactionID has hexadecimal characters only");
        }
        text = text.toUpperCase(Locale.ROOT);
    }

    /** The TransactionID of these 1 to 16 bytes. */
    public static TransactionId of(byte[] octets) {
        return new TransactionId(HEX.formatHex(octets));
    }

    /** Reads a TransactionId data object, whatever its tag. */
    public static TransactionId decode(Tlv tlv) {
        return of(tlv.octets(1, MAXIMUM_OCTETS));
    }

    /** The 1 to 16 bytes. */
    public byte[] octets() {
        return HEX.parseHex(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
