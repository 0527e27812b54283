package org.mintline.smdpplus.lot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.smdpplus.transaction.Transactions;

/**
 * Expires the keys of lots whose time is over, chunk by chunk. What was bound to them stays bound: only the eUICC's own word lets a
 * profile go to another.
 */
@ApplicationScoped
public class KeyExpiry {
    private static final int CHUNK = 500;
    private static final List<KeyState> OPEN = List.of(KeyState.FREE, KeyState.CLAIMED);

    private LotRepository lots;
    private Transactions transactions;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected KeyExpiry() {}

    /** Of the given parts. */
    @Inject
    public KeyExpiry(LotRepository lots, Transactions transactions, AuditTrail audit, Clock clock) {
        this.lots = lots;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Expires all that is due. */
    public void run() {
        boolean more;
        do {
            more = transactions.call(() ->
                    lots.findOverdue(clock.instant()).map(this::expireChunk).isPresent());
        } while (more);
    }

    private EuiccLot expireChunk(EuiccLot lot) {
        Instant now = clock.instant();
        for (KeyState state : OPEN) {
            List<LotKey> keys = lots.lockKeys(lot.id(), state, CHUNK);
            if (!keys.isEmpty()) {
                keys.forEach(key -> key.end(KeyEvent.EXPIRE, now));
                record(lot, state, keys.size());
                return lot;
            }
        }
        lot.expired();
        return lot;
    }

    private void record(EuiccLot lot, KeyState state, int keys) {
        audit.record(new AuditEvent(
                Optional.empty(),
                "system:key-expiry",
                "expireKeys",
                "lot:" + lot.id(),
                "done",
                keys + " keys: " + state + " -> " + KeyState.EXPIRED));
    }
}
