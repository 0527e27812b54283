package org.mintline.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/** Leaves calls in the database. */
@Stateless
public class OutboxBean implements Outbox {
    private static final int LONGEST_BODY = 65_536;

    private OutboxRepository repository;
    private OperatorDirectory operators;
    private Duration retryFor;
    private Clock clock;

    /** For the container. */
    protected OutboxBean() {}

    /** Over the given parts. */
    @Inject
    OutboxBean(
            OutboxRepository repository,
            OperatorDirectory operators,
            MintlineConfiguration configuration,
            Clock clock) {
        this(repository, operators, configuration.notification().retryFor(), clock);
    }

    OutboxBean(OutboxRepository repository, OperatorDirectory operators, Duration retryFor, Clock clock) {
        this.repository = repository;
        this.operators = operators;
        this.retryFor = retryFor;
        this.clock = clock;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void post(OperatorId operator, String orderingKey, String function, String body) {
        if (body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("a body has at most " + LONGEST_BODY + " characters");
        }
        Optional<Operator> called = operators.find(operator);
        if (called.flatMap(Operator::callbackAddress).isPresent()) {
            repository.add(new OutboxMessageEntity(operator, orderingKey, function, body, clock.instant(), retryFor));
        }
    }
}
