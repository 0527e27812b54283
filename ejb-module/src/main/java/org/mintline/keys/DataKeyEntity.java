package org.mintline.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mintline.tenancy.OperatorId;

/** A row of {@code data_key}. */
@Entity
@Table(name = "data_key")
class DataKeyEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "data_key_seq")
    @SequenceGenerator(name = "data_key_seq", sequenceName = "data_key_seq", allocationSize = 50)
    private Long id;

    private Long operatorId;
    private int keyVersion;
    private String kekCheckValue;
    private byte[] wrapped;
    private Instant createdAt;

    protected DataKeyEntity() {}

    DataKeyEntity(OperatorId operator, int keyVersion, KeyWrapping.Wrapped wrapped, Instant createdAt) {
        this.operatorId = operator.value();
        this.keyVersion = keyVersion;
        this.createdAt = createdAt;
        rewrap(wrapped);
    }

    /** What a data key is wrapped for: it opens as that of its operator and version only. */
    static String context(OperatorId operator, int keyVersion) {
        return "data key " + keyVersion + " of operator " + operator.value();
    }

    String context() {
        return context(new OperatorId(operatorId), keyVersion);
    }

    final void rewrap(KeyWrapping.Wrapped again) {
        kekCheckValue = again.kekCheckValue();
        wrapped = again.wrapped();
    }

    KeyWrapping.Wrapped wrapped() {
        return new KeyWrapping.Wrapped(kekCheckValue, wrapped);
    }

    long id() {
        return id;
    }

    int keyVersion() {
        return keyVersion;
    }
}
