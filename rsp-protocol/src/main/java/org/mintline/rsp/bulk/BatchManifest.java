package org.mintline.rsp.bulk;

import java.util.Arrays;
import java.util.Objects;

/**
 * Ends a batch, 'FF41': nothing of it comes behind, and by this the receiver tells whether it has all of it. It may overtake packets.
 *
 * @param batch which
 * @param amount how many profiles were sent, numbered from 1
 * @param digestOfDigests SHA-256 over the digests of all of them, in the order of their numbers ({@link DigestOfDigests}), 32 bytes
 */
public record BatchManifest(BatchId batch, int amount, byte[] digestOfDigests) {
    /** The tag of this data object. */
    public static final int TAG = 0xFF41;

    /**
     * @throws IllegalArgumentException if the digest has another length
     */
    public BatchManifest {
        digestOfDigests = BulkFormat.requireDigest(digestOfDigests).clone();
    }

    /**
     * Reads the data object.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is malformed, out of bounds or of another version
     */
    public static BatchManifest decode(byte[] input) {
        return BulkFormat.totals(input, TAG, "batchManifest", BatchManifest::new);
    }

    /** Tag, length and value. */
    public byte[] encoded() {
        return BulkFormat.totals(TAG, batch, amount, digestOfDigests);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchManifest that
                && batch.equals(that.batch)
                && amount == that.amount
                && Arrays.equals(digestOfDigests, that.digestOfDigests);
    }

    @Override
    public int hashCode() {
        return Objects.hash(batch, amount, Arrays.hashCode(digestOfDigests));
    }
}
