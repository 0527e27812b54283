package org.mintline.rsp.bulk;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The identifier of a batch, made where it is ordered.
 *
 * @param octets 16 random bytes
 */
public record BatchId(byte[] octets) {
    /** The length of an identifier, in bytes. */
    public static final int LENGTH = 16;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * @throws IllegalArgumentException if it has another length
     */
    public BatchId {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("the identifier of a batch has 16 bytes");
        }
        octets = octets.clone();
    }

    /**
     * Of its text.
     *
     * @param text 32 hexadecimal digits
     * @throws IllegalArgumentException if it is something else
     */
    public static BatchId of(String text) {
        return new BatchId(HEX.parseHex(text));
    }

    @Override
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchId that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** 32 hexadecimal digits, upper case. */
    @Override
    public String toString() {
        return HEX.formatHex(octets);
    }
}
