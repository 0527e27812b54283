package org.mintline.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Writes the audit lines of refusals whose sender nobody authenticated, each in a transaction of its own.
 *
 * <p>At most 50 lines a second on a node: a flood of bad requests must not become a flood of writes. The first line after a gap says
 * how many were left out.
 */
@ApplicationScoped
public class AnonymousRefusals {
    private static final int LINES_PER_SECOND = 50;
    private static final int LONGEST_DETAIL = 1_000;

    private AuditTrail auditTrail;
    private LongSupplier clock;
    private long second;
    private int linesInSecond;
    private long unrecorded;

    /** For the container's proxy. */
    public AnonymousRefusals() {}

    /** @param auditTrail where the lines go */
    @Inject
    public AnonymousRefusals(AuditTrail auditTrail) {
        this(auditTrail, () -> System.nanoTime() / 1_000_000_000L);
    }

    /**
     * @param auditTrail where the lines go
     * @param clock counts seconds
     */
    AnonymousRefusals(AuditTrail auditTrail, LongSupplier clock) {
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Records a refusal, or counts it where too many came in this second. */
    public void record(AuditEvent refusal) {
        OptionalLong before = admit();
        if (before.isPresent()) {
            auditTrail.recordRefusal(
                    before.getAsLong() == 0
                            ? refusal
                            : withMore(refusal, "; before it " + before.getAsLong() + " refusals without a line"));
        }
    }

    private static AuditEvent withMore(AuditEvent refusal, String more) {
        String detail = refusal.detail();
        return new AuditEvent(
                refusal.operator(),
                refusal.actor(),
                refusal.action(),
                refusal.subject(),
                refusal.outcome(),
                detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL - more.length())) + more);
    }

    /** Whether a line may be written now, and if so, how many were left out since the one before. */
    private synchronized OptionalLong admit() {
        long now = clock.getAsLong();
        if (now != second) {
            second = now;
            linesInSecond = 0;
        }
        if (linesInSecond == LINES_PER_SECOND) {
            unrecorded++;
            return OptionalLong.empty();
        }
        linesInSecond++;
        long before = unrecorded;
        unrecorded = 0;
        return OptionalLong.of(before);
    }
}
