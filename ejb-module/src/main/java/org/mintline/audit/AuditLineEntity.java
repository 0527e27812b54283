package org.mintline.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.annotations.Immutable;
import org.mintline.tenancy.OperatorId;

/** A row of {@code audit_line}: written once, never changed. */
@Entity
@Immutable
@Table(name = "audit_line")
class AuditLineEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_line_seq")
    @SequenceGenerator(name = "audit_line_seq", sequenceName = "audit_line_seq", allocationSize = 50)
    private Long id;

    private Long operatorId;
    private Instant occurredAt;
    private String actor;

    @Column(name = "action")
    private String action;

    private String subject;
    private String outcome;
    private String detail;
    private byte[] authenticator;

    protected AuditLineEntity() {}

    AuditLineEntity(AuditEvent event, Instant occurredAt, AuditKey key) {
        this.operatorId = event.operator().map(OperatorId::value).orElse(null);
        this.occurredAt = occurredAt;
        this.actor = event.actor();
        this.action = event.action();
        this.subject = event.subject();
        this.outcome = event.outcome();
        this.detail = event.detail();
        this.authenticator = key.authenticator(occurredAt, event);
    }

    long id() {
        return id;
    }

    byte[] authenticator() {
        return authenticator;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    /** The event as it stands in the row, whether or not that is what was written. */
    AuditEvent event() {
        return new AuditEvent(
                Optional.ofNullable(operatorId).map(OperatorId::new), actor, action, subject, outcome, detail);
    }

    AuditLine toLine(Long sealNumber) {
        return new AuditLine(
                id, occurredAt, event(), sealNumber == null ? OptionalLong.empty() : OptionalLong.of(sealNumber));
    }
}
