package org.mintline.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.notification.OutboxMessage.State;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;

/**
 * Who works on which message. A claim ends by its outcome or by its time, so that the messages of a node that died are taken up
 * by another; an outcome that comes after another node took over changes nothing. Each function is a transaction of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Claims {
    private OutboxRepository repository;
    private OperatorDirectory operators;
    private AuditTrail trail;
    private Clock clock;

    /** For the container. */
    protected Claims() {}

    /** Over the given parts. */
    @Inject
    Claims(OutboxRepository repository, OperatorDirectory operators, AuditTrail trail, Clock clock) {
        this.repository = repository;
        this.operators = operators;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A message that this node is to deliver.
     *
     * @param number of the message
     * @param operator who is called
     * @param callbackAddress where; empty if the operator wants no calls any more
     * @param function the last part of the path
     * @param body the JSON body
     * @param attempt which one it is, from 1
     */
    public record Claim(
            long number,
            OperatorId operator,
            Optional<URI> callbackAddress,
            String function,
            String body,
            int attempt) {}

    /** Operators that have messages which are due. */
    public List<OperatorId> operatorsWithDueMessages(int most) {
        return repository.operatorsWithDueMessages(clock.instant(), most);
    }

    /** Claims due messages of an operator, of each ordering key the first at most. */
    public List<Claim> claim(OperatorId operator, int most, Duration lease) {
        Instant now = clock.instant();
        Optional<URI> address = operators.find(operator).flatMap(Operator::callbackAddress);
        List<Claim> claims = new ArrayList<>();
        for (OutboxMessageEntity message : repository.lockDue(operator, now, most)) {
            message.claim(now.plus(lease));
            claims.add(
                    new Claim(message.id(), operator, address, message.function(), message.body(), message.attempts()));
        }
        return claims;
    }

    /** The operator took it. */
    public void delivered(Claim claim) {
        underClaim(claim).ifPresent(message -> {
            message.delivered(clock.instant());
            repository.releaseBehind(message, clock.instant());
        });
    }

    /**
     * The operator did not take it.
     *
     * @param reason why
     * @param again after how long it is to be tried again
     */
    public void failed(Claim claim, String reason, Duration again) {
        underClaim(claim).ifPresent(message -> {
            Instant now = clock.instant();
            message.failed(reason, now, now.plus(again));
            if (message.state() == State.GIVEN_UP) {
                repository.releaseBehind(message, now);
                trail.record(new AuditEvent(
                        Optional.of(claim.operator()),
                        "system:outbox",
                        claim.function(),
                        "profile:" + message.orderingKey(),
                        "given up",
                        "message " + claim.number() + " after " + claim.attempt() + " attempts: " + reason));
            } else {
                repository.holdBackBehind(message, now.plus(again));
            }
        });
    }

    /** Forgets what was delivered before an instant; returns how many messages. */
    public int forgetDelivered(Instant before) {
        return repository.deleteFinished(State.DELIVERED, before);
    }

    /** Forgets what was given up before an instant; returns how many messages. */
    public int forgetGivenUp(Instant before) {
        return repository.deleteFinished(State.GIVEN_UP, before);
    }

    private Optional<OutboxMessageEntity> underClaim(Claim claim) {
        return repository.lock(claim.number()).filter(message -> message.isUnderClaim(claim.attempt()));
    }
}
