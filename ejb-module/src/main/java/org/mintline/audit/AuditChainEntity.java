package org.mintline.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mintline.keys.KeyWrapping;

/** The one row of {@code audit_chain}. */
@Entity
@Table(name = "audit_chain")
class AuditChainEntity {
    static final int ONLY = 1;

    @Id
    private Integer id;

    private String kekCheckValue;
    private byte[] wrappedKey;
    private long lastSealNumber;
    private byte[] lastChainValue;

    protected AuditChainEntity() {}

    /** A chain without seals. */
    AuditChainEntity(KeyWrapping.Wrapped key) {
        id = ONLY;
        lastSealNumber = 0;
        lastChainValue = AuditKey.beforeFirst();
        rewrap(key);
    }

    final void rewrap(KeyWrapping.Wrapped key) {
        kekCheckValue = key.kekCheckValue();
        wrappedKey = key.wrapped();
    }

    KeyWrapping.Wrapped key() {
        return new KeyWrapping.Wrapped(kekCheckValue, wrappedKey);
    }

    long lastSealNumber() {
        return lastSealNumber;
    }

    byte[] lastChainValue() {
        return lastChainValue;
    }

    void moveTo(long sealNumber, byte[] chainValue) {
        lastSealNumber = sealNumber;
        lastChainValue = chainValue;
    }
}
