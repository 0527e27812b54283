package org.mintline.rsp.profilepackage.value;

import java.util.Arrays;

/** Decimal digits in half bytes. */
public final class Digits {
    private static final int FILLER = 0xF;

    private Digits() {}

    /**
     * Two digits a byte, the first in the high half, filled with F: the ICCID of the profile header.
     *
     * @param digits decimal digits
     * @param bytes the length of the result
     */
    public static byte[] packed(String digits, int bytes) {
        byte[] result = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            result[i] = (byte) (half(digits, 2 * i) << 4 | half(digits, 2 * i + 1));
        }
        return result;
    }

    /**
     * Two digits a byte, the first in the low half, filled with F: EF.ICCID, EF.IMSI, numbers (TS 102 221, clause 13.2).
     *
     * @param digits decimal digits
     * @param bytes the length of the result
     */
    public static byte[] swapped(String digits, int bytes) {
        byte[] result = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            result[i] = (byte) (half(digits, 2 * i + 1) << 4 | half(digits, 2 * i));
        }
        return result;
    }

    /** The digits of {@link #packed}, up to the filler; other half bytes as hexadecimal digits. */
    public static String fromPacked(byte[] value) {
        StringBuilder text = new StringBuilder();
        for (byte b : value) {
            text.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return untilFiller(text);
    }

    /** The digits of {@link #swapped}, up to the filler; other half bytes as hexadecimal digits. */
    public static String fromSwapped(byte[] value) {
        StringBuilder text = new StringBuilder();
        for (byte b : value) {
            text.append(Character.forDigit(b & 0xF, 16)).append(Character.forDigit(b >> 4 & 0xF, 16));
        }
        return untilFiller(text);
    }

    /** ASCII digits followed by FF: a PIN or PUK (TS 102 221, clause 9.5.1). */
    public static byte[] ascii(String digits, int bytes) {
        byte[] result = new byte[bytes];
        Arrays.fill(result, (byte) 0xFF);
        for (int i = 0; i < digits.length(); i++) {
            result[i] = (byte) digits.charAt(i);
        }
        return result;
    }

    private static int half(String digits, int index) {
        return index < digits.length() ? digits.charAt(index) - '0' : FILLER;
    }

    private static String untilFiller(StringBuilder text) {
        int filler = text.indexOf("f");
        return filler < 0 ? text.toString() : text.substring(0, filler);
    }
}
