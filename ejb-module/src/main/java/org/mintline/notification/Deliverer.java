package org.mintline.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mintline.notification.Claims.Claim;
import org.mintline.notification.OperatorCalls.Outcome;
import org.mintline.schedule.Backoff;
import org.mintline.tenancy.OperatorId;

/**
 * Delivers what is due, several calls at once. Each operator has a lane of its own; one whose server does not answer is tried
 * with a single call at a time until it does, so that it cannot take the places of others.
 */
final class Deliverer {
    private static final Logger LOG = Logger.getLogger(Deliverer.class.getName());
    private static final int OPERATORS_AT_ONCE = 1_000;
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(30);

    private final Claims claims;
    private final OperatorCalls calls;
    private final Backoff backoff;
    private final Executor executor;
    private final int concurrency;
    private final int concurrencyPerOperator;
    private final Duration lease;
    private final Map<OperatorId, Lane> lanes = new HashMap<>();
    private int underWay;

    /**
     * @param executor carries out what follows a call; it may use the database
     * @param concurrency how many calls are under way at once
     * @param concurrencyPerOperator how many of them to one operator
     * @param timeout within which each call ends
     */
    Deliverer(
            Claims claims,
            OperatorCalls calls,
            Backoff backoff,
            Executor executor,
            int concurrency,
            int concurrencyPerOperator,
            Duration timeout) {
        this.claims = claims;
        this.calls = calls;
        this.backoff = backoff;
        this.executor = executor;
        this.concurrency = concurrency;
        this.concurrencyPerOperator = concurrencyPerOperator;
        this.lease = timeout.plus(BEYOND_TIMEOUT);
    }

    /** What is known of an operator's server. */
    private static final class Lane {
        private int underWay;
        private boolean answering = true;
    }

    /** Starts calls for all that is due and has a place. The operators come in another order each time. */
    void deliverDue() {
        List<OperatorId> operators = new ArrayList<>(claims.operatorsWithDueMessages(OPERATORS_AT_ONCE));
        Collections.shuffle(operators, new Random());
        operators.forEach(this::deliverDue);
    }

    /** Whether no call is under way. */
    synchronized boolean isIdle() {
        return underWay == 0;
    }

    private void deliverDue(OperatorId operator) {
        int places = take(operator);
        if (places == 0) {
            return;
        }
        List<Claim> claimed = List.of();
        try {
            claimed = claims.claim(operator, places, lease);
        } finally {
            giveBack(operator, places - claimed.size());
        }
        claimed.forEach(this::deliver);
    }

    private void deliver(Claim claim) {
        CompletionStage<Outcome> call = claim.callbackAddress()
                .map(address -> calls.call(address, claim.function(), claim.body()))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(Outcome.unreachable("the operator has no callback address")));
        call.whenCompleteAsync(
                (outcome, failure) -> {
                    try {
                        finish(claim, failure == null ? outcome : Outcome.unreachable(failure.toString()));
                    } catch (RuntimeException e) {
                        LOG.log(
                                Level.WARNING,
                                "message " + claim.number() + " is taken up again when its claim ends",
                                e);
                    } finally {
                        giveBack(claim.operator(), 1);
                    }
                    deliverDue(claim.operator());
                },
                executor);
    }

    private void finish(Claim claim, Outcome outcome) {
        synchronized (this) {
            lanes.computeIfAbsent(claim.operator(), operator -> new Lane()).answering = outcome.reached();
        }
        if (outcome.failure().isEmpty()) {
            claims.delivered(claim);
        } else {
            claims.failed(claim, outcome.failure().get(), backoff.after(claim.attempt()));
        }
    }

    /** Takes the places that are free for an operator; returns how many. */
    private synchronized int take(OperatorId operator) {
        Lane lane = lanes.computeIfAbsent(operator, one -> new Lane());
        int allowed = lane.answering ? concurrencyPerOperator : 1;
        int places = Math.max(0, Math.min(allowed - lane.underWay, concurrency - underWay));
        lane.underWay += places;
        underWay += places;
        return places;
    }

    private synchronized void giveBack(OperatorId operator, int places) {
        Lane lane = lanes.get(operator);
        lane.underWay -= places;
        underWay -= places;
        if (lane.underWay == 0 && lane.answering) {
            lanes.remove(operator);
        }
    }
}
