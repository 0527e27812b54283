package org.mintline.rsp.crypto;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.util.BigIntegers;

/**
 * Hybrid public key encryption (RFC 9180) in base mode, with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM: a run of
 * messages to the holder of a private key, of which each is opened only in its place in the run.
 *
 * <p>Whoever knows the public key can encrypt: who it was must be shown by other means.
 */
public final class Hpke {
    /** By how many bytes a sealed message is longer. */
    public static final int TAG_LENGTH = 16;

    /** The length of the encapsulated key, in bytes: an uncompressed point. */
    public static final int ENCAPSULATED_KEY_LENGTH = EllipticCurve.POINT_LENGTH;

    private Hpke() {}

    /** The side that encrypts. Not for use by several threads at once. */
    public static final class Sender {
        private final HPKEContext context;

        private Sender(HPKEContext context) {
            this.context = context;
        }

        /**
         * Encrypts the next message of the run.
         *
         * @param associatedData what is authenticated along with it and not encrypted
         * @param plain the bytes in the clear
         * @return cipher text and tag
         */
        public byte[] seal(byte[] associatedData, byte[] plain) {
            try {
                return context.seal(associatedData, plain);
            } catch (InvalidCipherTextException e) {
                throw new CryptographyException("encrypt by HPKE", e);
            }
        }
    }

    /** The side that decrypts. Not for use by several threads at once. */
    public static final class Recipient {
        private final HPKEContext context;

        private Recipient(HPKEContext context) {
            this.context = context;
        }

        /**
         * Checks and decrypts the next message of the run.
         *
         * @param associatedData what the sender gave
         * @param sealed cipher text and tag
         * @return the bytes in the clear, or empty if key, place, associated data or a byte of the cipher text is another
         */
        public Optional<byte[]> open(byte[] associatedData, byte[] sealed) {
            if (sealed.length < TAG_LENGTH) {
                return Optional.empty();
            }
            try {
                return Optional.of(context.open(associatedData, sealed));
            } catch (InvalidCipherTextException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Begins a run of messages.
     *
     * @param recipient the public key of the recipient, on NIST P-256
     * @param info what both sides must agree on, however long
     * @param ephemeral a key pair made for this run alone, on NIST P-256; its point is the encapsulated key
     */
    public static Sender sender(PublicKey recipient, byte[] info, KeyPair ephemeral) {
        HPKE hpke = suite();
        return new Sender(hpke.setupBaseS(
                hpke.deserializePublicKey(Cryptography.encodePoint(recipient)),
                info,
                pair(hpke, ephemeral.getPrivate(), ephemeral.getPublic())));
    }

    /**
     * Begins to read a run of messages.
     *
     * @param recipient the recipient's key pair, on NIST P-256, in software
     * @param encapsulatedKey the point that came with the run, 65 bytes
     * @param info as the sender gave it
     * @throws org.mintline.rsp.tlv.DecodeException if the encapsulated key is no point of the curve
     */
    public static Recipient recipient(KeyPair recipient, byte[] encapsulatedKey, byte[] info) {
        HPKE hpke = suite();
        byte[] point =
                Cryptography.encodePoint(Cryptography.system().decodePoint(EllipticCurve.NIST_P256, encapsulatedKey));
        return new Recipient(hpke.setupBaseR(point, pair(hpke, recipient.getPrivate(), recipient.getPublic()), info));
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    }

    private static AsymmetricCipherKeyPair pair(HPKE hpke, PrivateKey privateKey, PublicKey publicKey) {
        byte[] scalar = BigIntegers.asUnsignedByteArray(EllipticCurve.FIELD_LENGTH, ((ECPrivateKey) privateKey).getS());
        return hpke.deserializePrivateKey(scalar, Cryptography.encodePoint(publicKey));
    }
}
