package org.mintline.factory.local;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;

/** A row of {@code local_lot}. */
@Entity
@Table(name = "local_lot")
class LocalLot {
    private static final int LONGEST_PROBLEM = 200;

    @Id
    private String lot;

    private Instant expiresAt;
    private Instant requestedAt;
    private Instant askedAt;
    private String problem;

    @Version
    private int version;

    protected LocalLot() {}

    LocalLot(String lot, Instant now) {
        this.lot = lot;
        this.requestedAt = now;
    }

    /** The aggregator answered for the lot. */
    void asked(Optional<Instant> expiry, Instant now) {
        expiresAt = expiry.orElse(null);
        askedAt = now;
        problem = null;
    }

    /** The aggregator was asked in vain. */
    void failed(String why, Instant now) {
        askedAt = now;
        problem = why.substring(0, Math.min(why.length(), LONGEST_PROBLEM));
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    String name() {
        return lot;
    }

    LocalStock.Lot toView(Map<LocalProfileState, Long> profiles) {
        return new LocalStock.Lot(
                lot,
                Optional.ofNullable(expiresAt),
                requestedAt,
                Optional.ofNullable(askedAt),
                Optional.ofNullable(problem),
                profiles);
    }
}
