package org.mintline.smdpplus.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.session.SessionState;
import org.mintline.smdpplus.transaction.Transactions;

/** Purges what is older than the policy keeps it, chunk by chunk, each chunk in a transaction of its own. */
@ApplicationScoped
public class Purge {
    private static final int CHUNK = 500;

    private PurgeRepository repository;
    private Transactions transactions;
    private AuditTrail audit;
    private SmDpPlusPolicy policy;
    private Clock clock;

    /** For the container. */
    protected Purge() {}

    /** Of the given parts. */
    @Inject
    public Purge(
            PurgeRepository repository,
            Transactions transactions,
            AuditTrail audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /** Purges all that is due. */
    public void run() {
        Instant now = clock.instant();
        Instant silent = now.minus(policy.sessionLifetime());
        Instant old = now.minus(policy.resultLifetime());
        inChunks("purgeSecrets", () -> repository.purgeSecrets(now, CHUNK));
        quietly(() -> repository.deleteSessions(SessionState.INITIATED, silent, CHUNK));
        inChunks("expireSessions", () -> repository.expireSessions(SessionState.AUTHENTICATED, silent, now, CHUNK));
        inChunks("expireSessions", () -> repository.expireSessions(SessionState.BOUND, old, now, CHUNK));
        for (SessionState ended : SessionState.values()) {
            if (ended.isEnd()) {
                inChunks("deleteSessions", () -> repository.deleteSessions(ended, old, CHUNK));
            }
        }
        quietly(() -> repository.deleteFunctionCalls(now.minus(policy.functionCallLifetime()), CHUNK));
    }

    /** With an audit line a chunk. */
    private void inChunks(String action, Supplier<Integer> chunk) {
        quietly(() -> {
            int rows = chunk.get();
            if (rows > 0) {
                audit.record(new AuditEvent(
                        Optional.empty(), "system:purge", action, "smdpplus:" + action, "done", rows + " rows"));
            }
            return rows;
        });
    }

    private void quietly(Supplier<Integer> chunk) {
        int rows;
        do {
            rows = transactions.call(chunk);
        } while (rows == CHUNK);
    }
}
