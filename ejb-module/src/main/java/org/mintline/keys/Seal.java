package org.mintline.keys;

import org.mintline.tenancy.OperatorId;

/**
 * Seals secrets for the database: AES-256-GCM under a data key of the operator, which the installation's key-encryption key
 * wraps.
 */
public interface Seal {
    /**
     * Seals a secret.
     *
     * @param operator whose secret it is
     * @param context what it belongs to, for instance {@code profile:<ICCID>:credentials}; the same is needed to open it
     * @param secret the bytes in the clear
     * @return version, data key number, nonce, cipher text and tag, to be stored as they are
     */
    byte[] seal(OperatorId operator, String context, byte[] secret);

    /**
     * Opens what was sealed.
     *
     * @throws SealBrokenException if operator, context or bytes are not those of the sealing
     */
    byte[] open(OperatorId operator, String context, byte[] sealed);
}
