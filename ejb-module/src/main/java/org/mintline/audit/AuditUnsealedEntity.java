package org.mintline.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code audit_unsealed}: a line that waits for its seal. */
@Entity
@Table(name = "audit_unsealed")
class AuditUnsealedEntity {
    @Id
    private Long auditLineId;

    protected AuditUnsealedEntity() {}

    AuditUnsealedEntity(long auditLineId) {
        this.auditLineId = auditLineId;
    }
}
