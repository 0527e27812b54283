package org.mintline.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mintline.notification.OutboxMessage.State;
import org.mintline.tenancy.OperatorId;

/** A row of {@code outbox_message}. */
@Entity
@Table(name = "outbox_message")
class OutboxMessageEntity {
    private static final int FAILURE_LENGTH = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_message_seq")
    @SequenceGenerator(name = "outbox_message_seq", sequenceName = "outbox_message_seq", allocationSize = 1)
    private Long id;

    private Long operatorId;
    private String orderingKey;
    private String functionName;
    private String body;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;
    private Instant postedAt;
    private Instant giveUpAt;
    private Instant dueAt;
    private Instant finishedAt;
    private String lastFailure;

    @Version
    private int version;

    protected OutboxMessageEntity() {}

    OutboxMessageEntity(
            OperatorId operator, String orderingKey, String function, String body, Instant now, Duration retryFor) {
        this.operatorId = operator.value();
        this.orderingKey = orderingKey;
        this.functionName = function;
        this.body = body;
        this.postedAt = now;
        waitFor(now, retryFor);
    }

    /** Begins to be tried, now and for some time. */
    final void waitFor(Instant now, Duration retryFor) {
        state = State.WAITING;
        dueAt = now;
        giveUpAt = now.plus(retryFor);
        finishedAt = null;
    }

    /** One node takes it, until an instant at which it is taken for lost. */
    void claim(Instant until) {
        attempts++;
        dueAt = until;
    }

    /** Whether it is still under the claim with that number of attempts. */
    boolean isUnderClaim(int claimedAttempts) {
        return state == State.WAITING && attempts == claimedAttempts;
    }

    void delivered(Instant now) {
        state = State.DELIVERED;
        finishedAt = now;
        lastFailure = null;
    }

    /** An attempt failed: it is tried again, or given up if that would be too late. */
    void failed(String reason, Instant now, Instant again) {
        lastFailure = reason.substring(0, Math.min(reason.length(), FAILURE_LENGTH));
        if (again.isAfter(giveUpAt)) {
            state = State.GIVEN_UP;
            finishedAt = now;
        } else {
            dueAt = again;
        }
    }

    long id() {
        return id;
    }

    OperatorId operator() {
        return new OperatorId(operatorId);
    }

    String orderingKey() {
        return orderingKey;
    }

    String function() {
        return functionName;
    }

    String body() {
        return body;
    }

    int attempts() {
        return attempts;
    }

    State state() {
        return state;
    }

    OutboxMessage toMessage() {
        return new OutboxMessage(
                id,
                operator(),
                orderingKey,
                functionName,
                state,
                attempts,
                postedAt,
                dueAt,
                Optional.ofNullable(finishedAt),
                Optional.ofNullable(lastFailure));
    }
}
