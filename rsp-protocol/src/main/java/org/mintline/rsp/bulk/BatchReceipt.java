package org.mintline.rsp.bulk;

import java.util.Arrays;
import java.util.Objects;

/**
 * Says that a batch was received whole, 'FF44', once its manifest and all its profiles are there.
 *
 * @param batch which
 * @param amount how many profiles of it are there
 * @param digestOfDigests SHA-256 over their digests as received, in the order of their numbers ({@link DigestOfDigests}), 32 bytes
 */
public record BatchReceipt(BatchId batch, int amount, byte[] digestOfDigests) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF44;

    /**
     * @throws IllegalArgumentException if the digest has another length
     */
    public BatchReceipt {
        digestOfDigests = BulkFormat.requireDigest(digestOfDigests).clone();
    }

    /**
     * Reads the data object.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed, out of bounds or of another version
     */
    public static BatchReceipt decode(byte[] input) {
        return BulkFormat.totals(input, TAG, "batchReceipt", BatchReceipt::new);
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return BulkFormat.totals(TAG, batch, amount, digestOfDigests);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchReceipt that
                && batch.equals(that.batch)
                && amount == that.amount
                && Arrays.equals(digestOfDigests, that.digestOfDigests);
    }

    @Override
    public int hashCode() {
        return Objects.hash(batch, amount, Arrays.hashCode(digestOfDigests));
    }
}
