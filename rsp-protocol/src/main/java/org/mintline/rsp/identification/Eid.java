package org.mintline.rsp.identification;

import java.math.BigInteger;
import java.util.HexFormat;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;

/**
 * EID, the number of an eUICC (SGP.29; SGP.02 v4.2, clause 2.2.2).
 *
 * @param digits 32 decimal digits whose remainder modulo 97 is 1
 */
public record Eid(String digits) {
    private static final int TAG = 0x5A;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /**
     * @throws IllegalArgumentException if it is not 32 digits or the check digits do not fit
     */
    public Eid {
        if (!Bcd.areDigits(digits, 32, 32)) {
            throw new IllegalArgumentException("an EID has 32 decimal digits");
        }
        if (!new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("the check digits of the EID do not fit");
        }
    }

    /**
     * An EID made of its digits and their check digits.
     *
     * @param payload 30 digits
     */
    public static Eid withCheckDigits(String payload) {
        if (!Bcd.areDigits(payload, 30, 30)) {
            throw new IllegalArgumentException("an EID has 30 decimal digits before its check digits");
        }
        int remainder = new BigInteger(payload + "00").mod(MODULUS).intValue();
        int checkDigits = 98 - remainder;
        return new Eid(payload + (checkDigits < 10 ? "0" : "") + checkDigits);
    }

    /**
     * Reads the coding of eidValue.
     *
     * @param octets 16 bytes, two digits a byte with the first in the upper half
     * @throws IllegalArgumentException if it is none
     */
    public static Eid of(byte[] octets) {
        return new Eid(HexFormat.of().formatHex(octets));
    }

    /** Reads an eidValue data object, tag '5A'. */
    public static Eid decode(Tlv tlv) {
        byte[] octets = tlv.expect(TAG, "eidValue").octets(16, 16);
        try {
            return of(octets);
        } catch (IllegalArgumentException e) {
            throw new DecodeException("eidValue", tlv.valueOffset(), "is no EID");
        }
    }

    /** Reads an EID that stands as 16 bytes under another tag than '5A', which the caller has checked. */
    public static Eid decodeOctets(Tlv element) {
        try {
            return of(element.octets(16, 16));
        } catch (IllegalArgumentException e) {
            throw new DecodeException("eid", element.offset(), "is no EID");
        }
    }

    /** The coding of eidValue: 16 bytes, two digits a byte with the first in the upper half. */
    public byte[] octets() {
        return HexFormat.of().parseHex(digits);
    }

    /** The data object '5A' of 18 bytes. */
    public byte[] encoded() {
        return Tlv.encode(TAG, octets());
    }

    /** The EUM Identification Number: the first 8 digits. */
    public String eumIdentificationNumber() {
        return digits.substring(0, 8);
    }

    @Override
    public String toString() {
        return digits;
    }
}
