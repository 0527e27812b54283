package org.mintline.device.euicc.authentication;

import static org.mintline.device.euicc.authentication.Bytes.concatenate;
import static org.mintline.device.euicc.authentication.Bytes.rotateLeft;
import static org.mintline.device.euicc.authentication.Bytes.xor;

import java.util.Arrays;

/** The algorithm of test USIMs (3GPP TS 34.108, clause 8.1.2): no secret lies in it but K. */
public final class UsimTestAlgorithm implements AuthenticationAlgorithm {
    private final byte[] key;

    /**
     * @param key the key K, 16 bytes
     * @throws IllegalArgumentException if it has another length
     */
    public UsimTestAlgorithm(byte[] key) {
        if (key.length != 16) {
            throw new IllegalArgumentException("the key of the test algorithm has 16 bytes");
        }
        this.key = key.clone();
    }

    @Override
    public byte[] f1(byte[] rand, byte[] sqn, byte[] amf) {
        return xor(Arrays.copyOf(xor(key, rand), 8), concatenate(sqn, amf));
    }

    @Override
    public byte[] f1Star(byte[] rand, byte[] sqn, byte[] amf) {
        return f1(rand, sqn, amf);
    }

    @Override
    public Keys f2345(byte[] rand) {
        byte[] out = xor(key, rand);
        return new Keys(out, rotateLeft(out, 8), rotateLeft(out, 16), Arrays.copyOfRange(out, 3, 9));
    }

    @Override
    public byte[] f5Star(byte[] rand) {
        return f2345(rand).ak();
    }

    @Override
    public boolean checksSequenceNumbers() {
        return false;
    }
}
