package org.mintline.smdpplus.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** A key under which an operator's input files carry secrets. */
@Entity
@Table(name = "transport_key")
public class TransportKey {
    private static final int TRIPLE_DES_BYTES = 24;

    /** Whose key, under which number. */
    @Embeddable
    public record Key(
            @Column(name = "operator_id") long operatorId,
            @Column(name = "key_index") int keyIndex) implements Serializable {}

    /** By which cipher, and with how long a key. */
    public enum Algorithm {
        /** AES with a key of 16 bytes. */
        AES_128("AES", 16),
        /** AES with a key of 24 bytes. */
        AES_192("AES", 24),
        /** AES with a key of 32 bytes. */
        AES_256("AES", 32),
        /** Triple DES with two keys, 16 bytes together. */
        TRIPLE_DES("DESede", 16);

        private final String cipher;
        private final int keyBytes;

        Algorithm(String cipher, int keyBytes) {
            this.cipher = cipher;
            this.keyBytes = keyBytes;
        }

        /** The length of its keys in bytes. */
        public int keyBytes() {
            return keyBytes;
        }

        Cipher decipher(byte[] key) throws GeneralSecurityException {
            return cipher(Cipher.DECRYPT_MODE, key);
        }

        /** The first 3 bytes of a block of zeros under the key. */
        byte[] checkValue(byte[] key) throws GeneralSecurityException {
            Cipher zeros = cipher(Cipher.ENCRYPT_MODE, key);
            return Arrays.copyOf(zeros.doFinal(new byte[zeros.getBlockSize()]), 3);
        }

        private Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
            byte[] whole = this == TRIPLE_DES ? Arrays.copyOf(key, TRIPLE_DES_BYTES) : key;
            if (this == TRIPLE_DES) {
                System.arraycopy(key, 0, whole, keyBytes, TRIPLE_DES_BYTES - keyBytes);
            }
            Cipher instance = Cipher.getInstance(cipher + "/ECB/NoPadding");
            instance.init(mode, new SecretKeySpec(whole, cipher));
            return instance;
        }
    }

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Algorithm algorithm;

    @Column(name = "check_value", updatable = false)
    private String checkValue;

    @Column(updatable = false)
    private byte[] sealed;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For the persistence provider. */
    protected TransportKey() {}

    TransportKey(Key key, Algorithm algorithm, String checkValue, byte[] sealed, Instant now) {
        this.key = key;
        this.algorithm = algorithm;
        this.checkValue = checkValue;
        this.sealed = sealed;
        this.createdAt = now;
    }

    /** What the key with that number is sealed with. */
    static String context(int index) {
        return "transport-key:" + index;
    }

    int index() {
        return key.keyIndex();
    }

    Algorithm algorithm() {
        return algorithm;
    }

    String checkValue() {
        return checkValue;
    }

    byte[] sealed() {
        return sealed;
    }

    Instant createdAt() {
        return createdAt;
    }
}
