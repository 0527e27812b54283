package org.mintline.rsp.image;

import java.security.PublicKey;
import java.util.Arrays;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.SubjectKeyIdentifier;

/**
 * The public key of a device, to which its images are encrypted.
 *
 * @param key on NIST P-256
 */
public record DeviceKey(PublicKey key) {
    private static final int IDENTIFIER_LENGTH = 20;

    /**
     * @throws IllegalArgumentException if the key is on another curve
     */
    public DeviceKey {
        if (EllipticCurve.of(key) != EllipticCurve.NIST_P256) {
            throw new IllegalArgumentException("the key of a device is on NIST P-256");
        }
    }

    /** The leftmost 20 bytes of SHA-256 over the uncompressed point (RFC 7093, clause 2, method 1). */
    public SubjectKeyIdentifier identifier() {
        return new SubjectKeyIdentifier(
                Arrays.copyOf(Cryptography.sha256(Cryptography.encodePoint(key)), IDENTIFIER_LENGTH));
    }
}
