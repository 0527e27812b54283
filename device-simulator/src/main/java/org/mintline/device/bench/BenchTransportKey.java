package org.mintline.device.bench;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The transport key of the bench's operator: AES-128, the same in each run, as it guards nothing but made-up subscribers. */
final class BenchTransportKey {
    private static final String CIPHER = "AES/ECB/NoPadding";
    private static final int INDEX = 9000;
    private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    private final Cipher cipher;

    BenchTransportKey() {
        try {
            cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** By which number input files name it. */
    int index() {
        return INDEX;
    }

    byte[] value() {
        return KEY.clone();
    }

    /** The first three bytes of a block of zeros under it, in hexadecimal digits. */
    String checkValue() {
        return HexFormat.of().formatHex(Arrays.copyOf(encipher(new byte[16]), 3));
    }

    /** Enciphers whole blocks, written in hexadecimal digits. */
    String encipher(String hexadecimal) {
        return HexFormat.of().formatHex(encipher(HexFormat.of().parseHex(hexadecimal)));
    }

    private byte[] encipher(byte[] blocks) {
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no whole blocks", e);
        }
    }
}
