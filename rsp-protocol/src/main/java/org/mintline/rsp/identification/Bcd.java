package org.mintline.rsp.identification;

/** Decimal digits in half-bytes. */
final class Bcd {
    private static final char FILLER = 'F';

    private Bcd() {}

    /** Two digits a byte, the first in the lower half, filled up with F (ETSI TS 102 221, clause 13.2). */
    static byte[] swapped(String digits, int length) {
        StringBuilder padded = new StringBuilder(digits);
        while (padded.length() < 2 * length) {
            padded.append(FILLER);
        }
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            int low = Character.digit(padded.charAt(2 * i), 16);
            int high = Character.digit(padded.charAt(2 * i + 1), 16);
            octets[i] = (byte) (high << 4 | low);
        }
        return octets;
    }

    /** The half-bytes in the order of their digits, as hexadecimal characters, fillers with them. */
    static String unswapped(byte[] octets) {
        StringBuilder text = new StringBuilder(2 * octets.length);
        for (byte octet : octets) {
            text.append(character(octet & 0xF)).append(character(octet >> 4 & 0xF));
        }
        return text.toString();
    }

    /** The text without the fillers at its end. */
    static String withoutFiller(String text) {
        int end = text.length();
        while (end > 0 && Character.toUpperCase(text.charAt(end - 1)) == FILLER) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether all characters are decimal digits of ASCII, and their number is within the bounds. */
    static boolean areDigits(String text, int minimum, int maximum) {
        if (text.length() < minimum || text.length() > maximum) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether the last digit is the check digit of those before it (ISO/IEC 7812-1, annex B: Luhn). */
    static boolean hasLuhnCheckDigit(String digits) {
        String payload = digits.substring(0, digits.length() - 1);
        return luhnCheckDigit(payload) == digits.charAt(digits.length() - 1);
    }

    /** The check digit to be put behind these digits (ISO/IEC 7812-1, annex B: Luhn). */
    static char luhnCheckDigit(String payload) {
        int sum = 0;
        for (int i = 0; i < payload.length(); i++) {
            int digit = payload.charAt(payload.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static char character(int halfByte) {
        return "0123456789ABCDEF".charAt(halfByte);
    }
}
