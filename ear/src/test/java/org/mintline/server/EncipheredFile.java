package org.mintline.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.rsp.identification.Iccid;

/**
 * An input file (docs/formats/input-file.md) with Ki and OPc under a transport key. Of every 500 lines one has an IMSI that is none, and
 * one the ICCID of the first line.
 */
final class EncipheredFile {
    static final int KEY_INDEX = 7;

    private static final byte[] KEY = HexFormat.of().parseHex("0f0e0d0c0b0a09080706050403020100");
    private static final int BAD_EVERY = 500;
    private static final int BAD_IMSI = 100;
    private static final int REPEATED_ICCID = 200;

    private final int rows;
    private final Cipher cipher;

    EncipheredFile(int rows) throws GeneralSecurityException {
        this.rows = rows;
        this.cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"));
    }

    static byte[] key() {
        return KEY.clone();
    }

    /** The first three bytes of a block of zeros under the key, in hexadecimal digits. */
    String checkValue() throws GeneralSecurityException {
        return HexFormat.of().formatHex(Arrays.copyOf(cipher.doFinal(new byte[16]), 3));
    }

    byte[] content() throws GeneralSecurityException {
        String secret = HexFormat.of().formatHex(cipher.doFinal(new byte[16]));
        return LongStream.range(0, rows)
                .mapToObj(row -> line(row) + " " + secret + " " + secret)
                .collect(Collectors.joining("\n", "B1 20270104080000 " + rows + " large 1 " + KEY_INDEX + "\n", "\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(long row) {
        long number = row % BAD_EVERY == REPEATED_ICCID ? 0 : row;
        String imsi = row % BAD_EVERY == BAD_IMSI ? "0010X" : String.format("00101%010d", row);
        return Iccid.withCheckDigit(String.format("8944599%011d", number)) + " " + imsi;
    }

    /** The numbers of the lines that have to be refused; the header is line 1. */
    List<Long> badLines() {
        return LongStream.range(0, rows)
                .filter(row -> row % BAD_EVERY == BAD_IMSI || row % BAD_EVERY == REPEATED_ICCID)
                .map(row -> row + 2)
                .boxed()
                .toList();
    }

    long goodLines() {
        return rows - badLines().size();
    }
}
