package org.mintline.factory.local;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of {@code euicc_lease}: which session has an eUICC. */
@Entity
@Table(name = "euicc_lease")
class EuiccLease {
    @Id
    private String eid;

    private String transactionId;
    private String fpa;
    private Instant leasedUntil;

    @Version
    private int version;

    protected EuiccLease() {}

    EuiccLease(FpaSession session, Instant until) {
        this.eid = session.eid();
        take(session, until);
    }

    /** Whether another assistant works on the eUICC; a new session of the same one takes the place of that before. */
    boolean isAnothers(FpaSession session, Instant now) {
        return !fpa.equals(session.fpa()) && now.isBefore(leasedUntil);
    }

    boolean isOf(FpaSession session) {
        return transactionId.equals(session.transactionId().text());
    }

    final void take(FpaSession session, Instant until) {
        this.transactionId = session.transactionId().text();
        this.fpa = session.fpa();
        this.leasedUntil = until;
    }

    void end(Instant now) {
        leasedUntil = now;
    }

    String fpa() {
        return fpa;
    }
}
