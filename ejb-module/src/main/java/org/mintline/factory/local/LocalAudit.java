package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners.Partner;

/** The audit lines of a local provisioning server. */
@Dependent
public class LocalAudit {
    private static final String DONE = "done";

    private final AuditTrail audit;

    /** Writes them there. */
    @Inject
    public LocalAudit(AuditTrail audit) {
        this.audit = audit;
    }

    /** An assistant did something. */
    void done(Partner assistant, String action, String subject, String detail) {
        audit.record(new AuditEvent(Optional.empty(), actor(assistant), action, subject, DONE, detail));
    }

    /** This server, or a person, did something. */
    void done(String actor, String action, String subject, String detail) {
        audit.record(new AuditEvent(Optional.empty(), actor, action, subject, DONE, detail));
    }

    /** Something was refused, while the transaction goes on. */
    void refused(String actor, String action, String subject, String reason) {
        audit.recordRefusal(new AuditEvent(Optional.empty(), actor, action, subject, "refused", reason));
    }

    /** An assistant is refused something; the caller throws what this returns. */
    FactoryException refusal(Partner assistant, String action, String subject, Reason reason, String sentence) {
        refused(actor(assistant), action, subject, sentence);
        return new FactoryException(reason, sentence);
    }

    static String actor(Partner assistant) {
        return "fpa:" + assistant.name();
    }
}
