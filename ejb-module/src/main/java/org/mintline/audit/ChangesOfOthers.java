package org.mintline.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mintline.keys.KeyChanged;
import org.mintline.tenancy.OperatorChanged;

/** Writes down the changes of the rooms that this one stands on, which therefore cannot call it: tenancy and keys. */
@ApplicationScoped
class ChangesOfOthers {
    private static final String DONE = "done";

    private AuditTrail trail;
    private CurrentActor actor;

    /** For the container. */
    protected ChangesOfOthers() {}

    @Inject
    ChangesOfOthers(AuditTrail trail, CurrentActor actor) {
        this.trail = trail;
        this.actor = actor;
    }

    void write(@Observes OperatorChanged change) {
        trail.record(new AuditEvent(
                Optional.of(change.operator()),
                actor.name(),
                change.action(),
                "operator:" + change.operator().value(),
                DONE,
                change.detail()));
    }

    void write(@Observes KeyChanged change) {
        trail.record(new AuditEvent(
                change.operator(), actor.name(), change.action(), change.subject(), DONE, change.detail()));
    }
}
