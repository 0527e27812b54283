package org.mintline.device.euicc.authentication;

import static org.mintline.device.euicc.authentication.Bytes.concatenate;
import static org.mintline.device.euicc.authentication.Bytes.rotateLeft;
import static org.mintline.device.euicc.authentication.Bytes.xor;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The Milenage algorithm set (3GPP TS 35.206, clause 4.1), AES-128 as its kernel. */
public final class Milenage implements AuthenticationAlgorithm {
    private static final byte[] DEFAULT_ROTATIONS = {0x40, 0x00, 0x20, 0x40, 0x60};
    private static final int RES_BYTES = 8;

    private final byte[] key;
    private final byte[] opc;
    private final byte[] rotations;
    private final byte[][] constants;

    /**
     * With the constants r1 to r5 and c1 to c5 of the specification.
     *
     * @param key the subscriber key K, 16 bytes
     * @param opc the value OPc, 16 bytes
     */
    public Milenage(byte[] key, byte[] opc) {
        this(key, opc, DEFAULT_ROTATIONS, defaultConstants());
    }

    /**
     * @param key the subscriber key K, 16 bytes
     * @param opc the value OPc, 16 bytes
     * @param rotations r1 to r5, a byte each, in bits
     * @param constants c1 to c5, 16 bytes each
     * @throws IllegalArgumentException if a length is another
     */
    public Milenage(byte[] key, byte[] opc, byte[] rotations, byte[] constants) {
        if (key.length != 16 || opc.length != 16 || rotations.length != 5 || constants.length != 80) {
            throw new IllegalArgumentException("a Milenage parameter has not the length of the specification");
        }
        this.key = key.clone();
        this.opc = opc.clone();
        this.rotations = rotations.clone();
        this.constants = new byte[5][];
        for (int i = 0; i < 5; i++) {
            this.constants[i] = Arrays.copyOfRange(constants, 16 * i, 16 * i + 16);
        }
    }

    @Override
    public byte[] f1(byte[] rand, byte[] sqn, byte[] amf) {
        return Arrays.copyOfRange(out1(rand, sqn, amf), 0, 8);
    }

    @Override
    public byte[] f1Star(byte[] rand, byte[] sqn, byte[] amf) {
        return Arrays.copyOfRange(out1(rand, sqn, amf), 8, 16);
    }

    @Override
    public Keys f2345(byte[] rand) {
        byte[] out2 = out(rand, 1);
        return new Keys(
                Arrays.copyOfRange(out2, 8, 8 + RES_BYTES), out(rand, 2), out(rand, 3), Arrays.copyOfRange(out2, 0, 6));
    }

    @Override
    public byte[] f5Star(byte[] rand) {
        return Arrays.copyOfRange(out(rand, 4), 0, 6);
    }

    private byte[] out1(byte[] rand, byte[] sqn, byte[] amf) {
        byte[] temp = encrypt(xor(rand, opc));
        byte[] in1 = concatenate(sqn, amf, sqn, amf);
        byte[] rotated = rotateLeft(xor(in1, opc), rotations[0] & 0xFF);
        return xor(encrypt(xor(xor(temp, rotated), constants[0])), opc);
    }

    private byte[] out(byte[] rand, int index) {
        byte[] temp = encrypt(xor(rand, opc));
        byte[] rotated = rotateLeft(xor(temp, opc), rotations[index] & 0xFF);
        return xor(encrypt(xor(rotated, constants[index])), opc);
    }

    private byte[] encrypt(byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is missing", e);
        }
    }

    private static byte[] defaultConstants() {
        byte[] constants = new byte[80];
        for (int i = 1; i < 5; i++) {
            constants[16 * i + 15] = (byte) (1 << i - 1);
        }
        return constants;
    }
}
