package org.mintline.factory.aggregation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code aggregated_report}. */
@Entity
@Table(name = "aggregated_report")
class AggregatedReport {
    @Id
    private String digest;

    private String server;
    private Instant receivedAt;

    protected AggregatedReport() {}

    AggregatedReport(String digest, String server, Instant receivedAt) {
        this.digest = digest;
        this.server = server;
        this.receivedAt = receivedAt;
    }
}
