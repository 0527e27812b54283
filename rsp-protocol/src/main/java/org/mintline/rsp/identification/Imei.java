package org.mintline.rsp.identification;

/**
 * IMEI, the number of a device (3GPP TS 23.003, clause 6.2).
 *
 * @param digits 15 decimal digits, the last of which is the check digit
 */
public record Imei(String digits) {
    private static final int OCTETS = 8;

    /**
     * @throws IllegalArgumentException if it is not 15 decimal digits
     */
    public Imei {
        if (!Bcd.areDigits(digits, 15, 15)) {
            throw new IllegalArgumentException("an IMEI has 15 decimal digits");
        }
    }

    /**
     * An IMEI made of its digits and their check digit.
     *
     * @param payload 14 digits
     */
    public static Imei withCheckDigit(String payload) {
        if (!Bcd.areDigits(payload, 14, 14)) {
            throw new IllegalArgumentException("an IMEI has 14 decimal digits before its check digit");
        }
        return new Imei(payload + Bcd.luhnCheckDigit(payload));
    }

    /**
     * Reads the coding of DeviceInfo (SGP.22 v2.5, clause 4.2). In its last byte the check digit stands in the upper half and
     * the filler F in the lower; devices that have it the other way round are understood too.
     *
     * @param octets 8 bytes, two digits a byte with the first in the lower half
     * @throws IllegalArgumentException if it is none
     */
    public static Imei of(byte[] octets) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("an IMEI has 8 bytes");
        }
        return new Imei(Bcd.unswapped(octets).replaceFirst("F(.)$|F$", "$1"));
    }

    /** The coding of DeviceInfo, 8 bytes: the check digit in the upper half of the last byte, the filler in the lower. */
    public byte[] octets() {
        return Bcd.swapped(digits.substring(0, 14) + "F" + digits.charAt(14), OCTETS);
    }

    /** The Type Allocation Code: the first 8 digits. */
    public Tac tac() {
        return new Tac(digits.substring(0, 8));
    }

    /** Whether the last digit is the check digit of those before it (Luhn). */
    public boolean hasCheckDigit() {
        return Bcd.hasLuhnCheckDigit(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
