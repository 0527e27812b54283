package org.mintline.device.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.mintline.rsp.identification.Iccid;

/**
 * A subscriber of the test network MCC 001, MNC 01, with fresh numbers and keys.
 *
 * @param iccid of the profile
 * @param imsi 15 digits
 * @param columns what the profile is personalised with, by the column names of input files
 */
public record Subscriber(Iccid iccid, String imsi, Map<String, String> columns) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One that is not there yet, with overwhelming probability. */
    public static Subscriber fresh() {
        String imsi = "00101" + digits(10);
        Map<String, String> columns = new TreeMap<>();
        columns.put("imsi", imsi);
        columns.put("ki", hexadecimal(16));
        columns.put("opc", hexadecimal(16));
        columns.put("pin1", digits(4));
        columns.put("puk1", digits(8));
        columns.put("adm1", digits(8));
        return new Subscriber(Iccid.withCheckDigit("8988" + digits(14)), imsi, columns);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "subscriber " + iccid;
    }

    private static String digits(int count) {
        return RANDOM.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static String hexadecimal(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
