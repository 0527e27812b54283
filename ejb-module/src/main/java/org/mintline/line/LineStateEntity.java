package org.mintline.line;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code line_state}: who sends on a line, and how far. */
@Entity
@Table(name = "line_state")
class LineStateEntity {
    @Id
    private String line;

    private boolean paused;
    private String owner;
    private Instant leaseUntil;
    private long inFlightTo;
    private long sent;

    protected LineStateEntity() {}

    LineStateEntity(String line) {
        this.line = line;
    }

    /** Takes the lease, or keeps it; false if another node has it. */
    boolean lease(String node, Instant now, Instant until) {
        if (owner != null && !owner.equals(node) && now.isBefore(leaseUntil)) {
            return false;
        }
        owner = node;
        leaseUntil = until;
        return true;
    }

    /** Leaves the line to any node. */
    void release() {
        owner = null;
        leaseUntil = null;
    }

    void handOver(long highestId) {
        inFlightTo = Math.max(inFlightTo, highestId);
    }

    void delivered(int messages) {
        sent += messages;
    }

    void pause(boolean now) {
        paused = now;
    }

    boolean isPaused() {
        return paused;
    }

    long inFlightTo() {
        return inFlightTo;
    }

    long sent() {
        return sent;
    }
}
