package org.mintline.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.tenancy.OperatorId;

/**
 * Writes the audit line of a request that was refused before it reached a role; what a role refuses, the role records.
 *
 * <p>At most 50 lines a second: a flood of bad requests must not become a flood of writes. The first line after a gap says how
 * many were left out.
 */
@ApplicationScoped
public class Refusals {
    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_OUTCOME = 40;
    private static final int MAXIMUM_DETAIL = 1000;

    private static final int LINES_PER_SECOND = 50;

    private AuditTrail auditTrail;
    private LongSupplier clock;
    private long second;
    private int linesInSecond;
    private long unrecorded;

    /** For the container's proxy. */
    public Refusals() {}

    /** @param auditTrail where the lines go */
    @Inject
    public Refusals(AuditTrail auditTrail) {
        this(auditTrail, () -> System.nanoTime() / 1_000_000_000L);
    }

    /**
     * @param auditTrail where the lines go
     * @param clock counts seconds
     */
    Refusals(AuditTrail auditTrail, LongSupplier clock) {
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Records a refusal.
     *
     * @param operator whose client called, if that is known
     * @param actor the interface and the remote address, for instance {@code es9plus:192.0.2.1}
     * @param function the function that was called
     * @param outcome the subject and reason code or the HTTP status of the answer
     * @param detail what was wrong, without what was sent
     */
    public void record(Optional<OperatorId> operator, String actor, String function, String outcome, String detail) {
        OptionalLong before = admit();
        if (before.isEmpty()) {
            return;
        }
        String more = before.getAsLong() == 0 ? "" : "; before it " + before.getAsLong() + " refusals without a line";
        AuditEvent line = new AuditEvent(
                operator,
                cut(actor, MAXIMUM_NAME),
                "refuseRequest",
                cut("function:" + function, MAXIMUM_NAME),
                cut(outcome, MAXIMUM_OUTCOME),
                cut(detail, MAXIMUM_DETAIL - more.length()) + more);
        try {
            auditTrail.recordRefusal(line);
        } catch (RuntimeException e) {
            Incident.log("audit trail, refusal of " + function, e);
        }
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

    private static String cut(String text, int maximum) {
        return text.length() <= maximum ? text : text.substring(0, maximum);
    }
}
