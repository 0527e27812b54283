package org.mintline.rsp.identification;

/**
 * IMSI, the number of a subscription (3GPP TS 23.003, clause 2.2).
 *
 * @param digits 6 to 15 decimal digits: MCC, MNC, MSIN
 */
public record Imsi(String digits) {
    private static final int EF_OCTETS = 9;
    private static final int ODD = 0x9;
    private static final int EVEN = 0x1;

    /**
     * @throws IllegalArgumentException if it is not 6 to 15 decimal digits
     */
    public Imsi {
        if (!Bcd.areDigits(digits, 6, 15)) {
            throw new IllegalArgumentException("an IMSI has 6 to 15 decimal digits");
        }
    }

    /**
     * Reads the coding of EF.IMSI (3GPP TS 31.102, clause 4.2.2).
     *
     * @param octets 9 bytes: the number of bytes that follow and count, then parity and digits
     * @throws IllegalArgumentException if it is none
     */
    public static Imsi ofEf(byte[] octets) {
        if (octets.length != EF_OCTETS || octets[0] < 4 || octets[0] > 8) {
            throw new IllegalArgumentException("EF.IMSI has 9 bytes, of which 4 to 8 count");
        }
        String text = Bcd.unswapped(octets);
        int type = Character.digit(text.charAt(2), 16) & 0x9;
        int end = 2 + 2 * octets[0];
        Imsi imsi = new Imsi(Bcd.withoutFiller(text.substring(3, end)));
        if (type != parity(imsi.digits.length())) {
            throw new IllegalArgumentException("the parity in EF.IMSI does not fit its digits");
        }
        return imsi;
    }

    /** The coding of EF.IMSI, 9 bytes (3GPP TS 31.102, clause 4.2.2). */
    public byte[] ef() {
        byte[] coded = Bcd.swapped(Integer.toHexString(parity(digits.length())) + digits, EF_OCTETS - 1);
        byte[] ef = new byte[EF_OCTETS];
        ef[0] = (byte) (digits.length() / 2 + 1);
        System.arraycopy(coded, 0, ef, 1, coded.length);
        return ef;
    }

    /** The Mobile Country Code: the first 3 digits. */
    public String mcc() {
        return digits.substring(0, 3);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static int parity(int length) {
        return length % 2 == 1 ? ODD : EVEN;
    }
}
