package org.mintline.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mintline.audit.AnonymousRefusals;
import org.mintline.audit.AuditEvent;
import org.mintline.tenancy.OperatorId;

/**
 * Writes the audit line of a request that was refused before it reached a role, a bounded number of lines a second; what a role
 * refuses, the role records.
 */
@ApplicationScoped
public class Refusals {
    private AnonymousRefusals refusals;

    /** For the container's proxy. */
    public Refusals() {}

    /** @param refusals where the lines go */
    @Inject
    public Refusals(AnonymousRefusals refusals) {
        this.refusals = refusals;
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
        try {
            refusals.record(new AuditEvent(operator, actor, "refuseRequest", "function:" + function, outcome, detail));
        } catch (RuntimeException e) {
            Incident.log("audit trail, refusal of " + function, e);
        }
    }
}
