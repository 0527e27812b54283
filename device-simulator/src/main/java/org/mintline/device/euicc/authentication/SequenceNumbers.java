package org.mintline.device.euicc.authentication;

import java.util.Arrays;

/**
 * The array of the highest accepted sequence numbers (3GPP TS 33.102, annex C.2): SQN is SEQ of 43 bits and IND of 5 bits,
 * and one SEQ is kept for each IND.
 */
public final class SequenceNumbers {
    private static final int INDEX_BITS = 5;
    private static final int ENTRIES = 1 << INDEX_BITS;

    private final long[] highest;
    private final long delta;
    private final long ageLimit;

    /**
     * @param highest SEQ for each of the 32 indices
     * @param delta how far SEQ may run ahead of the highest of all
     * @param ageLimit how far SEQ may lie behind the highest of all
     */
    public SequenceNumbers(long[] highest, long delta, long ageLimit) {
        if (highest.length != ENTRIES) {
            throw new IllegalArgumentException("there are " + ENTRIES + " sequence numbers");
        }
        this.highest = highest.clone();
        this.delta = delta;
        this.ageLimit = ageLimit;
    }

    /** Takes a SQN of 6 bytes if it is fresh; whether it was. */
    boolean accept(byte[] sqn) {
        long value = Bytes.toLong(sqn);
        int index = (int) (value & ENTRIES - 1);
        long seq = value >>> INDEX_BITS;
        long top = Arrays.stream(highest).max().orElseThrow();
        if (seq <= highest[index] || seq - top > delta || top - seq > ageLimit) {
            return false;
        }
        highest[index] = seq;
        return true;
    }

    /** SQN_MS of 6 bytes: the highest of all with its index (annex C.2.2). */
    byte[] sqnMs() {
        int best = 0;
        for (int i = 1; i < ENTRIES; i++) {
            if (highest[i] > highest[best]) {
                best = i;
            }
        }
        return Bytes.sixBytes(highest[best] << INDEX_BITS | best);
    }

    /** Takes over stored numbers. */
    public void restore(long[] stored) {
        if (stored.length != ENTRIES) {
            throw new IllegalArgumentException("there are " + ENTRIES + " sequence numbers");
        }
        System.arraycopy(stored, 0, highest, 0, ENTRIES);
    }

    /** SEQ for each of the 32 indices, to be stored. */
    public long[] snapshot() {
        return highest.clone();
    }
}
