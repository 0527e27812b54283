package org.mintline.rsp.identification;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/**
 * ICCID, the number of a profile (ITU-T E.118; ETSI TS 102 221, clause 13.2).
 *
 * <p>The check digit is not part of what makes an ICCID well formed, since numbers in use break the rule: ask {@link
 * #hasCheckDigit()}.
 *
 * @param digits 18 to 20 decimal digits, without filler
 */
public record Iccid(String digits) {
    private static final int TAG = 0x5A;
    private static final int OCTETS = 10;

    /**
     * @throws IllegalArgumentException if it is not 18 to 20 decimal digits
     */
    public Iccid {
        if (!Bcd.areDigits(digits, 18, 20)) {
            throw new IllegalArgumentException("an ICCID has 18 to 20 decimal digits");
        }
    }

    /**
     * Reads the text form of an interface.
     *
     * @param text 18 to 20 digits, with or without fillers F at the end
     * @throws IllegalArgumentException if it is none
     */
    public static Iccid parse(String text) {
        return new Iccid(text.length() > 20 ? text : Bcd.withoutFiller(text));
    }

    /**
     * An ICCID made of its digits and their check digit.
     *
     * @param payload 17 to 19 digits, without check digit
     */
    public static Iccid withCheckDigit(String payload) {
        if (!Bcd.areDigits(payload, 17, 19)) {
            throw new IllegalArgumentException("an ICCID has 17 to 19 decimal digits before its check digit");
        }
        return new Iccid(payload + Bcd.luhnCheckDigit(payload));
    }

    /**
     * Reads the coding of EF.ICCID.
     *
     * @param octets 10 bytes, two digits a byte with the first in the lower half, filled up with F
     * @throws IllegalArgumentException if it is none
     */
    public static Iccid ofEf(byte[] octets) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("EF.ICCID has 10 bytes");
        }
        return new Iccid(Bcd.withoutFiller(Bcd.unswapped(octets)));
    }

    /** Reads an Iccid data object, tag '5A'. */
    public static Iccid decode(Tlv tlv) {
        byte[] octets = tlv.expect(TAG, "iccid").octets(OCTETS, OCTETS);
        try {
            return ofEf(octets);
        } catch (IllegalArgumentException e) {
            throw new DecodeException("iccid", tlv.valueOffset(), "is no ICCID");
        }
    }

    /** The coding of EF.ICCID, 10 bytes. */
    public byte[] ef() {
        return Bcd.swapped(digits, OCTETS);
    }

    /** The data object '5A' of 12 bytes. */
    public byte[] encoded() {
        return Tlv.encode(TAG, ef());
    }

    /** Whether the last digit is the check digit of those before it (Luhn). */
    public boolean hasCheckDigit() {
        return Bcd.hasLuhnCheckDigit(digits);
    }

    /** The digits filled up to 20 characters with F, as interfaces before v2.2 want them. */
    public String padded() {
        return (digits + "FF").substring(0, 20);
    }

    @Override
    public String toString() {
        return digits;
    }
}
