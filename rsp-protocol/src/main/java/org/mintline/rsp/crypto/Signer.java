package org.mintline.rsp.crypto;

/** Signs with one private key that the caller never sees: ECDSA with SHA-256 (SGP.22 v2.5, clause 2.6.7.2). */
@FunctionalInterface
public interface Signer {
    /**
     * Signs the concatenation of the parts.
     *
     * @return r || s, 64 bytes (BSI TR-03111, clause 5.2.1), the value of tag 5F37
     */
    byte[] sign(byte[]... parts);
}
