package org.mintline.device.euicc.profile;

import java.util.HexFormat;

/**
 * What a file or a record is filled with (ETSI TS 102 222, clause 6.3.2.2.2).
 *
 * @param beginning the first bytes; the last of them is repeated, or all of them
 * @param repeated whether all of them are repeated
 * @param end the last bytes
 */
record FillPattern(byte[] beginning, boolean repeated, byte[] end) {
    /** FF throughout, as where nothing is said. */
    static final FillPattern ERASED = new FillPattern(new byte[] {(byte) 0xFF}, true, new byte[0]);

    /** Reads the notation of the template resource. */
    static FillPattern parse(String text) {
        if ("-".equals(text)) {
            return ERASED;
        }
        boolean repeated = text.endsWith("*");
        String[] parts = (repeated ? text.substring(0, text.length() - 1) : text).split("\\.\\.\\.", -1);
        byte[] beginning = HexFormat.of().parseHex(parts[0]);
        byte[] rest = parts.length == 2 ? HexFormat.of().parseHex(parts[1]) : new byte[0];
        boolean uniformEnd = parts.length == 2 && rest.length == 1 && rest[0] == beginning[beginning.length - 1];
        return new FillPattern(beginning, repeated, uniformEnd ? new byte[0] : rest);
    }

    /** The content of a file or record of that many bytes. */
    byte[] bytes(int length) {
        byte[] filled = new byte[length];
        for (int i = 0; i < length; i++) {
            filled[i] = beginning[repeated ? i % beginning.length : Math.min(i, beginning.length - 1)];
        }
        int endLength = Math.min(end.length, length);
        System.arraycopy(end, end.length - endLength, filled, length - endLength, endLength);
        return filled;
    }
}
