package org.mintline.rsp.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.Arrays;

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

    private static final int HASH_LENGTH = 32;
    private static final int KEY_LENGTH = 16;
    private static final byte MODE_BASE = 0;
    private static final byte[] EMPTY = {};
    private static final byte[] VERSION = ascii("HPKE-v1");

    /** DHKEM(P-256, HKDF-SHA256) is 0x0010, HKDF-SHA256 0x0001, AES-128-GCM 0x0001. */
    private static final byte[] KEM_SUITE = Arrays.concatenate(ascii("KEM"), new byte[] {0, 0x10});

    private static final byte[] SUITE = Arrays.concatenate(ascii("HPKE"), new byte[] {0, 0x10, 0, 1, 0, 1});

    private Hpke() {}

    /** The key of a run, and the nonces of its messages (RFC 9180, clause 5.2). */
    private static final class Context {
        private final Cipher cipher = AesGcm.newCipher();
        private final SecretKey key;
        private final byte[] baseNonce;
        private long sequence;

        Context(byte[] sharedSecret, byte[] info) {
            byte[] keyScheduleContext = Arrays.concatenate(
                    new byte[] {MODE_BASE},
                    labeledExtract(SUITE, EMPTY, "psk_id_hash", EMPTY),
                    labeledExtract(SUITE, EMPTY, "info_hash", info));
            byte[] secret = labeledExtract(SUITE, sharedSecret, "secret", EMPTY);
            key = new SecretKeySpec(labeledExpand(SUITE, secret, "key", keyScheduleContext, KEY_LENGTH), "AES");
            baseNonce = labeledExpand(SUITE, secret, "base_nonce", keyScheduleContext, AesGcm.NONCE_LENGTH);
        }

        byte[] nonce() {
            ByteBuffer nonce = ByteBuffer.wrap(baseNonce.clone());
            int last = AesGcm.NONCE_LENGTH - Long.BYTES;
            return nonce.putLong(last, nonce.getLong(last) ^ sequence).array();
        }

        void advance() {
            sequence++;
        }
    }

    /** The side that encrypts. Not for use by several threads at once. */
    public static final class Sender {
        private final Context context;

        private Sender(Context context) {
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
            byte[] sealed = AesGcm.seal(context.cipher, context.key, context.nonce(), associatedData, plain);
            context.advance();
            return sealed;
        }
    }

    /** The side that decrypts. Not for use by several threads at once. */
    public static final class Recipient {
        private final Context context;

        private Recipient(Context context) {
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
            Optional<byte[]> plain = AesGcm.open(context.cipher, context.key, context.nonce(), associatedData, sealed);
            if (plain.isPresent()) {
                context.advance();
            }
            return plain;
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
        return new Sender(context(
                Cryptography.system().sharedSecret(ephemeral.getPrivate(), recipient),
                Cryptography.encodePoint(ephemeral.getPublic()),
                Cryptography.encodePoint(recipient),
                info));
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
        Cryptography cryptography = Cryptography.system();
        PublicKey sender = cryptography.decodePoint(EllipticCurve.NIST_P256, encapsulatedKey);
        return new Recipient(context(
                cryptography.sharedSecret(recipient.getPrivate(), sender),
                encapsulatedKey,
                Cryptography.encodePoint(recipient.getPublic()),
                info));
    }

    /** The shared secret of the key encapsulation (RFC 9180, clause 4.1), and what follows from it. */
    private static Context context(byte[] agreed, byte[] encapsulatedKey, byte[] recipient, byte[] info) {
        byte[] pseudoRandomKey = labeledExtract(KEM_SUITE, EMPTY, "eae_prk", agreed);
        byte[] kemContext = Arrays.concatenate(encapsulatedKey, recipient);
        return new Context(labeledExpand(KEM_SUITE, pseudoRandomKey, "shared_secret", kemContext, HASH_LENGTH), info);
    }

    private static byte[] labeledExtract(byte[] suite, byte[] salt, String label, byte[] inputKey) {
        return hmac(salt.length == 0 ? new byte[HASH_LENGTH] : salt, VERSION, suite, ascii(label), inputKey);
    }

    /** One block of HKDF-Expand, which is as much as is needed. */
    private static byte[] labeledExpand(byte[] suite, byte[] key, String label, byte[] info, int length) {
        byte[] block = hmac(key, new byte[] {0, (byte) length}, VERSION, suite, ascii(label), info, new byte[] {1});
        return Arrays.copyOf(block, length);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", CryptoProviders.AES);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new CryptographyException("derive a key", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
