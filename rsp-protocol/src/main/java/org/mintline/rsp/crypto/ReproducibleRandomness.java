package org.mintline.rsp.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * Octets that look random and are the same for the same seed: SHA-256 of seed and counter.
 *
 * <p>For the replay of a session in simulations and tests. Keys made of it protect nothing.
 */
public final class ReproducibleRandomness implements Randomness {
    private final long seed;
    private long counter;
    private ByteBuffer block = ByteBuffer.allocate(0);

    /** @param seed names the sequence */
    public ReproducibleRandomness(long seed) {
        this.seed = seed;
    }

    @Override
    public synchronized void fill(byte[] target) {
        int position = 0;
        while (position < target.length) {
            if (!block.hasRemaining()) {
                block = nextBlock();
            }
            int count = Math.min(block.remaining(), target.length - position);
            block.get(target, position, count);
            position += count;
        }
    }

    private ByteBuffer nextBlock() {
        try {
            byte[] input =
                    ByteBuffer.allocate(16).putLong(seed).putLong(counter++).array();
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(input));
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("hash", e);
        }
    }
}
