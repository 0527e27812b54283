package org.mintline.factory.local;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mintline.factory.LocalStock;

/** A row of {@code local_report}. */
@Entity
@Table(name = "local_report")
class LocalReport {
    private static final int LONGEST_REASON = 200;

    /** Where it is. */
    enum State {
        /** It waits for the line. */
        WAITING,
        /** The aggregator has it. */
        CARRIED,
        /** The aggregator does not take it. */
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "local_report_seq")
    @SequenceGenerator(name = "local_report_seq", sequenceName = "local_report_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    private LocalStock.ReportKind kind;

    private String digest;
    private String eid;
    private byte[] content;

    @Enumerated(EnumType.STRING)
    private State state;

    private String reason;
    private Instant createdAt;
    private Instant closedAt;

    @Version
    private int version;

    protected LocalReport() {}

    LocalReport(LocalStock.ReportKind kind, String digest, String eid, byte[] content, Instant now) {
        this.kind = kind;
        this.digest = digest;
        this.eid = eid;
        this.content = content.clone();
        this.state = State.WAITING;
        this.createdAt = now;
    }

    void carried(Instant now) {
        state = State.CARRIED;
        closedAt = now;
    }

    void refused(String why, Instant now) {
        state = State.REFUSED;
        reason = why.substring(0, Math.min(why.length(), LONGEST_REASON));
        closedAt = now;
    }

    long id() {
        return id;
    }

    byte[] content() {
        return content.clone();
    }

    String eid() {
        return eid;
    }

    LocalStock.RefusedReport toRefused() {
        return new LocalStock.RefusedReport(id, kind, eid, reason, createdAt, closedAt);
    }
}
