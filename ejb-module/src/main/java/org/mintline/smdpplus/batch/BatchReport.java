package org.mintline.smdpplus.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.bulk.DeviceReport;

/** What a station told of a profile; it never changes. */
@Entity
@Table(name = "batch_report")
public class BatchReport {
    /** Which event of which profile. */
    @Embeddable
    public record Key(
            @Column(name = "batch_id") long batchId,
            @Column(name = "item_number") int number,
            @Enumerated(EnumType.STRING) DeviceEvent event,
            @Column(name = "happened_at") Instant at)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private String station;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private boolean signed;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    /** For the persistence provider. */
    protected BatchReport() {}

    BatchReport(Key key, DeviceReport report, Instant now) {
        this.key = key;
        this.station = report.station();
        this.reason = report.reason().orElse(null);
        this.signed = report.notification().isPresent();
        this.receivedAt = now;
    }

    Key key() {
        return key;
    }

    String station() {
        return station;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    boolean isSigned() {
        return signed;
    }
}
