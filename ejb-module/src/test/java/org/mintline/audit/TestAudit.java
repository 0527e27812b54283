package org.mintline.audit;

import java.time.Clock;
import org.mintline.keys.TestKeys;
import org.mintline.testing.TestDatabase;

/** The audit trail over a test's database. */
public final class TestAudit {
    private final TestDatabase database;
    private final AuditKeys keys;
    private final AuditTrailBean trail;
    private final AuditSealer sealer;

    /** A node of its own over that database. */
    public TestAudit(TestDatabase database, Clock clock) {
        this.database = database;
        AuditKeyStore store = new AuditKeyStore(database.entityManager(), TestKeys.wrapping());
        keys = new AuditKeys(() -> database.callInNew(store::key));
        trail = new AuditTrailBean(database.entityManager(), keys, clock) {
            @Override
            public void recordRefusal(AuditEvent event) {
                database.callInNew(() -> {
                    super.recordRefusal(event);
                    return null;
                });
            }
        };
        sealer = new AuditSealer(database.entityManager(), keys);
    }

    /** Where lines are written. */
    public AuditTrail trail() {
        return trail;
    }

    /** The search in them. */
    public AuditSearch search() {
        return new AuditSearchBean(database.entityManager());
    }

    /** The proof of them. */
    public AuditChain chain() {
        return new AuditChainBean(database.entityManager(), keys);
    }

    /** Seals all that waits. */
    public void seal() {
        int sealed;
        do {
            sealed = database.callInNew(sealer::sealSome);
        } while (sealed == AuditSealer.BATCH);
    }
}
