package org.mintline.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.audit.CurrentActor;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.notification.OutboxMessage.State;
import org.mintline.tenancy.OperatorId;

/** The outbox as the console shows it, over the database. */
@Stateless
public class OutboxAdministrationBean implements OutboxAdministration {
    private OutboxRepository repository;
    private AuditTrail trail;
    private CurrentActor actor;
    private Duration retryFor;
    private Clock clock;

    /** For the container. */
    protected OutboxAdministrationBean() {}

    /** Over the given parts. */
    @Inject
    OutboxAdministrationBean(
            OutboxRepository repository,
            AuditTrail trail,
            CurrentActor actor,
            MintlineConfiguration configuration,
            Clock clock) {
        this(repository, trail, actor, configuration.notification().retryFor(), clock);
    }

    OutboxAdministrationBean(
            OutboxRepository repository, AuditTrail trail, CurrentActor actor, Duration retryFor, Clock clock) {
        this.repository = repository;
        this.trail = trail;
        this.actor = actor;
        this.retryFor = retryFor;
        this.clock = clock;
    }

    @Override
    public List<OutboxMessage> list(OperatorId operator, State state, long before, int most) {
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1,000 messages");
        }
        return repository.list(operator, state, before, most).stream()
                .map(OutboxMessageEntity::toMessage)
                .toList();
    }

    @Override
    public OutboxMessage retry(OperatorId operator, long number) {
        OutboxMessageEntity message = repository
                .lock(number)
                .filter(found -> found.operator().equals(operator) && found.state() != State.DELIVERED)
                .orElseThrow(() -> new IllegalArgumentException("there is no message " + number + " to be tried"));
        message.waitFor(clock.instant(), retryFor);
        trail.record(new AuditEvent(
                Optional.of(operator),
                actor.name(),
                "retryNotification",
                "profile:" + message.orderingKey(),
                "done",
                message.function() + ", message " + number));
        return message.toMessage();
    }
}
