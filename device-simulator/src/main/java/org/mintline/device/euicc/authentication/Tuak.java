package org.mintline.device.euicc.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The TUAK algorithm set (3GPP TS 35.231, clause 6). */
public final class Tuak implements AuthenticationAlgorithm {
    private static final byte[] ALGONAME = "TUAK1.0".getBytes(StandardCharsets.US_ASCII);
    private static final int PADDING_START = 96;
    private static final int RATE = 136;

    private final byte[] key;
    private final byte[] topc;
    private final Lengths lengths;
    private final int iterations;

    /**
     * The lengths that an operator chooses, in bytes.
     *
     * @param mac MAC-A and MAC-S: 8, 16 or 32
     * @param res RES: 4, 8, 16 or 32
     * @param ck the cipher key: 16 or 32
     * @param ik the integrity key: 16 or 32
     */
    public record Lengths(int mac, int res, int ck, int ik) {
        /** Refuses lengths that the specification does not know. */
        public Lengths {
            if (!isOneOf(mac, 8, 16, 32)
                    || !isOneOf(res, 4, 8, 16, 32)
                    || !isOneOf(ck, 16, 32)
                    || !isOneOf(ik, 16, 32)) {
                throw new IllegalArgumentException("TUAK knows no such length");
            }
        }

        private static boolean isOneOf(int value, int... choices) {
            return Arrays.stream(choices).anyMatch(choice -> choice == value);
        }
    }

    /**
     * @param key the subscriber key K, 16 or 32 bytes
     * @param topc the value TOPc, 32 bytes
     * @param lengths the chosen lengths
     * @param iterations how many times Keccak-f[1600] is applied, 1 to 255
     * @throws IllegalArgumentException if a parameter is outside the specification
     */
    public Tuak(byte[] key, byte[] topc, Lengths lengths, int iterations) {
        if (key.length != 16 && key.length != 32 || topc.length != 32 || iterations < 1 || iterations > 255) {
            throw new IllegalArgumentException("a TUAK parameter is outside the specification");
        }
        this.key = key.clone();
        this.topc = topc.clone();
        this.lengths = lengths;
        this.iterations = iterations;
    }

    /**
     * TOPc of the operator's TOP and a subscriber key (clause 6.2).
     *
     * @param top 32 bytes
     * @param key 16 or 32 bytes
     * @param iterations how many times Keccak-f[1600] is applied
     */
    public static byte[] topc(byte[] top, byte[] key, int iterations) {
        return reversed(core(top, keyBit(key), new byte[16], new byte[2], new byte[6], key, iterations), 0, 32);
    }

    @Override
    public byte[] f1(byte[] rand, byte[] sqn, byte[] amf) {
        return reversed(run(macBits(), rand, amf, sqn), 0, lengths.mac());
    }

    @Override
    public byte[] f1Star(byte[] rand, byte[] sqn, byte[] amf) {
        return reversed(run(0x80 | macBits(), rand, amf, sqn), 0, lengths.mac());
    }

    @Override
    public Keys f2345(byte[] rand) {
        int resBits = lengths.res() == 4 ? 0 : lengths.res();
        int instance = 0x40 | resBits | (lengths.ck() == 32 ? 4 : 0) | (lengths.ik() == 32 ? 2 : 0);
        byte[] out = run(instance, rand, new byte[2], new byte[6]);
        return new Keys(
                reversed(out, 0, lengths.res()),
                reversed(out, 32, lengths.ck()),
                reversed(out, 64, lengths.ik()),
                reversed(out, 96, 6));
    }

    @Override
    public byte[] f5Star(byte[] rand) {
        return reversed(run(0xC0, rand, new byte[2], new byte[6]), 96, 6);
    }

    private int macBits() {
        return lengths.mac();
    }

    private byte[] run(int instance, byte[] rand, byte[] amf, byte[] sqn) {
        return core(topc, instance | keyBit(key), rand, amf, sqn, key, iterations);
    }

    private static int keyBit(byte[] key) {
        return key.length == 32 ? 1 : 0;
    }

    private static byte[] core(
            byte[] top, int instance, byte[] rand, byte[] amf, byte[] sqn, byte[] key, int iterations) {
        byte[] state = new byte[200];
        int position = putReversed(state, 0, top);
        state[position++] = (byte) instance;
        position = putReversed(state, position, ALGONAME);
        position = putReversed(state, position, rand);
        position = putReversed(state, position, amf);
        position = putReversed(state, position, sqn);
        putReversed(state, position, key);
        state[PADDING_START] = 0x1F;
        state[RATE - 1] = (byte) 0x80;
        for (int i = 0; i < iterations; i++) {
            KeccakPermutation.permute(state);
        }
        return state;
    }

    private static int putReversed(byte[] state, int position, byte[] value) {
        for (int i = 0; i < value.length; i++) {
            state[position + i] = value[value.length - 1 - i];
        }
        return position + value.length;
    }

    private static byte[] reversed(byte[] state, int position, int length) {
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            result[i] = state[position + length - 1 - i];
        }
        return result;
    }
}
