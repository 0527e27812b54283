package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;

/** The audit lines of batches. */
@Dependent
public class BatchAudit {
    static final String JOB = "system:batch";

    private final AuditTrail trail;

    /** Over the given trail. */
    @Inject
    public BatchAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Something was done, in the transaction of the caller. */
    void record(Batch batch, String actor, String action, String detail) {
        trail.record(new AuditEvent(
                Optional.of(batch.operator()), actor, action, "batch:" + batch.batchId(), "done", detail));
    }

    /** Something was refused, whatever becomes of the transaction of the caller. */
    void refuse(String actor, String action, String subject, String detail) {
        trail.recordRefusal(new AuditEvent(Optional.empty(), actor, action, subject, "refused", detail));
    }
}
