package org.mintline.rsp.bulk;

import java.security.MessageDigest;
import org.mintline.rsp.crypto.Cryptography;

/** Sums a batch up: SHA-256 over the digests of its profiles, 32 bytes each, in the order of their numbers. For one thread. */
public final class DigestOfDigests {
    private final MessageDigest digest = Cryptography.newSha256();
    private int amount;

    /**
     * The digest of the next profile.
     *
     * @param profileDigest {@link ProfilePackets#digest()}, 32 bytes
     * @throws IllegalArgumentException if it has another length
     */
    public void add(byte[] profileDigest) {
        digest.update(BulkFormat.requireDigest(profileDigest));
        amount++;
    }

    /** How many were added. */
    public int amount() {
        return amount;
    }

    /** The sum, 32 bytes; nothing can be added afterwards. */
    public byte[] value() {
        return digest.digest();
    }
}
