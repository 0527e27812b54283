package org.mintline.smdpplus.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.session.RspSession;
import org.mintline.smdpplus.session.SessionState;
import org.mintline.smdpplus.transaction.Transactions;

/** Purges what is older than the policy keeps it, chunk by chunk, each chunk in a transaction of its own. */
@ApplicationScoped
public class Purge {
    private static final int CHUNK = 500;
    private static final String ACTOR = "system:purge";

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
        quietly(() -> expireSessions(SessionState.AUTHENTICATED, silent, now));
        quietly(() -> expireSessions(SessionState.BOUND, old, now));
        for (SessionState ended : SessionState.values()) {
            if (ended.isEnd()) {
                inChunks("deleteSessions", () -> repository.deleteSessions(ended, old, CHUNK));
            }
        }
        inChunks("purgeNotifications", () -> repository.purgeReceipts(now, CHUNK));
        quietly(() -> repository.deleteFunctionCalls(now.minus(policy.functionCallLifetime()), CHUNK));
    }

    /** With an audit line a session. */
    private int expireSessions(SessionState state, Instant before, Instant now) {
        List<RspSession> sessions = repository.lockSessions(state, before, CHUNK);
        Map<Long, String> iccids = repository.iccidsOf(sessions);
        for (RspSession session : sessions) {
            session.expire(now);
            audit.record(new AuditEvent(
                    session.operator(),
                    ACTOR,
                    "expireSession",
                    "profile:" + iccids.get(session.profileId()),
                    "done",
                    state + " -> " + session.state() + ", session " + session.transactionId()));
        }
        return sessions.size();
    }

    /** With an audit line a chunk. */
    private void inChunks(String action, Supplier<Integer> chunk) {
        quietly(() -> {
            int rows = chunk.get();
            if (rows > 0) {
                audit.record(
                        new AuditEvent(Optional.empty(), ACTOR, action, "smdpplus:" + action, "done", rows + " rows"));
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
