package org.mintline.rsp.identification;

/**
 * TAC, the Type Allocation Code of a device: the first 8 digits of its IMEI (3GPP TS 23.003, clause 6.2.1).
 *
 * @param digits 8 decimal digits
 */
public record Tac(String digits) {
    /**
     * @throws IllegalArgumentException if it is not 8 decimal digits
     */
    public Tac {
        if (!Bcd.areDigits(digits, 8, 8)) {
            throw new IllegalArgumentException("a TAC has 8 decimal digits");
        }
    }

    /**
     * Reads the coding of DeviceInfo (SGP.22 v2.5, clause 4.2).
     *
     * @param octets 4 bytes, two digits a byte with the first in the lower half
     * @throws IllegalArgumentException if it is none
     */
    public static Tac of(byte[] octets) {
        return new Tac(Bcd.unswapped(octets));
    }

    /** The coding of DeviceInfo, 4 bytes. */
    public byte[] octets() {
        return Bcd.swapped(digits, 4);
    }

    @Override
    public String toString() {
        return digits;
    }
}
