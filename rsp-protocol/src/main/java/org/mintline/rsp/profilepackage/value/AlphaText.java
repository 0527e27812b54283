package org.mintline.rsp.profilepackage.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts in files: the default alphabet, one character a byte, or UCS2 behind '80' (TS 102 221, annex A; TS 23.038,
 * clause 6.2.1).
 */
public final class AlphaText {
    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final int UCS2 = 0x80;
    private static final int FILLER = 0xFF;

    private AlphaText() {}

    /**
     * The text filled with FF.
     *
     * @param text characters of the basic multilingual plane
     * @param bytes the length of the result
     * @throws IllegalArgumentException if it does not fit
     */
    public static byte[] encode(String text, int bytes) {
        boolean plain = text.chars().allMatch(c -> c != 0x1B && DEFAULT_ALPHABET.indexOf(c) >= 0);
        byte[] coded = plain ? inDefaultAlphabet(text) : inUcs2(text);
        if (coded.length > bytes) {
            throw new IllegalArgumentException("the text needs " + coded.length + " bytes, there are " + bytes);
        }
        byte[] result = Arrays.copyOf(coded, bytes);
        Arrays.fill(result, coded.length, bytes, (byte) FILLER);
        return result;
    }

    /** The text up to its filler. */
    public static String decode(byte[] value) {
        if (value.length > 0 && (value[0] & 0xFF) == UCS2) {
            String text = new String(value, 1, (value.length - 1) / 2 * 2, StandardCharsets.UTF_16BE);
            int filler = text.indexOf('\uFFFF');
            return filler < 0 ? text : text.substring(0, filler);
        }
        StringBuilder text = new StringBuilder();
        for (byte b : value) {
            if ((b & 0xFF) == FILLER) {
                break;
            }
            text.append(b < 0 ? '\uFFFD' : DEFAULT_ALPHABET.charAt(b));
        }
        return text.toString();
    }

    private static byte[] inDefaultAlphabet(String text) {
        byte[] coded = new byte[text.length()];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = (byte) DEFAULT_ALPHABET.indexOf(text.charAt(i));
        }
        return coded;
    }

    private static byte[] inUcs2(String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] coded = new byte[characters.length + 1];
        coded[0] = (byte) UCS2;
        System.arraycopy(characters, 0, coded, 1, characters.length);
        return coded;
    }
}
