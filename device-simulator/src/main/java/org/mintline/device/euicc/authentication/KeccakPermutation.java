package org.mintline.device.euicc.authentication;

/** Keccak-f[1600], the permutation inside SHA-3 (FIPS 202, clause 3.3); a hash function of the JDK does not lend it out. */
final class KeccakPermutation {
    private static final int ROUNDS = 24;
    private static final int[] ROTATION = {
        0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
    };
    private static final long[] ROUND_CONSTANTS = roundConstants();

    private KeccakPermutation() {}

    /** Permutes a state of 200 bytes in place; lanes are little-endian. */
    static void permute(byte[] state) {
        long[] lanes = new long[25];
        for (int i = 0; i < 200; i++) {
            lanes[i / 8] |= (state[i] & 0xFFL) << 8 * (i % 8);
        }
        for (int round = 0; round < ROUNDS; round++) {
            theta(lanes);
            chi(rhoAndPi(lanes), lanes);
            lanes[0] ^= ROUND_CONSTANTS[round];
        }
        for (int i = 0; i < 200; i++) {
            state[i] = (byte) (lanes[i / 8] >>> 8 * (i % 8));
        }
    }

    private static void theta(long[] lanes) {
        long[] parity = new long[5];
        for (int i = 0; i < 25; i++) {
            parity[i % 5] ^= lanes[i];
        }
        for (int i = 0; i < 25; i++) {
            lanes[i] ^= parity[(i + 4) % 5] ^ Long.rotateLeft(parity[(i + 1) % 5], 1);
        }
    }

    private static long[] rhoAndPi(long[] lanes) {
        long[] moved = new long[25];
        for (int x = 0; x < 5; x++) {
            for (int y = 0; y < 5; y++) {
                moved[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(lanes[x + 5 * y], ROTATION[x + 5 * y]);
            }
        }
        return moved;
    }

    private static void chi(long[] from, long[] to) {
        for (int y = 0; y < 25; y += 5) {
            for (int x = 0; x < 5; x++) {
                to[y + x] = from[y + x] ^ ~from[y + (x + 1) % 5] & from[y + (x + 2) % 5];
            }
        }
    }

    private static long[] roundConstants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << (1 << j) - 1;
                }
                register = register << 1 ^ ((register & 0x80) != 0 ? 0x171 : 0);
            }
        }
        return constants;
    }
}
