package org.mintline.support.device;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mintline.keys.KeyWrapping.Wrapped;
import org.mintline.support.MasterKeySets.Description;

/** A row of {@code master_key_set}. */
@Entity
@Table(name = "master_key_set")
class MasterKeySet {
    @Id
    private Integer keyVersion;

    private byte[] wrappedKeys;
    private String kekCheckValue;
    private String checkValue;
    private Instant createdAt;

    @Version
    private int version;

    protected MasterKeySet() {}

    MasterKeySet(int keyVersion, Wrapped wrapped, String checkValue, Instant now) {
        this.keyVersion = keyVersion;
        this.checkValue = checkValue;
        this.createdAt = now;
        rewrap(wrapped);
    }

    final void rewrap(Wrapped wrapped) {
        wrappedKeys = wrapped.wrapped().clone();
        kekCheckValue = wrapped.kekCheckValue();
    }

    int keyVersion() {
        return keyVersion;
    }

    Wrapped wrapped() {
        return new Wrapped(kekCheckValue, wrappedKeys.clone());
    }

    Description toDescription() {
        return new Description(keyVersion, checkValue, createdAt);
    }
}
