package org.mintline.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code audit_seal}: a line's place in the chain. */
@Entity
@Immutable
@Table(name = "audit_seal")
class AuditSealEntity {
    @Id
    private Long sealNumber;

    private Long auditLineId;
    private byte[] chainValue;

    protected AuditSealEntity() {}

    AuditSealEntity(long sealNumber, long auditLineId, byte[] chainValue) {
        this.sealNumber = sealNumber;
        this.auditLineId = auditLineId;
        this.chainValue = chainValue;
    }

    long sealNumber() {
        return sealNumber;
    }

    long auditLineId() {
        return auditLineId;
    }

    byte[] chainValue() {
        return chainValue;
    }
}
