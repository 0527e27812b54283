package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.rsp.identification.TransactionId;

/** The sessions of assistants, and which of them has an eUICC. */
@Dependent
public class FpaSessions {
    /** How long a session may rest between two of its steps. */
    static final Duration TIME_TO_LIVE = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    private Clock clock;

    /** For the container. */
    protected FpaSessions() {}

    /** With the time that sessions have. */
    @Inject
    FpaSessions(Clock clock) {
        this.clock = clock;
    }

    /** Over an entity manager of the caller's. */
    public FpaSessions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void add(FpaSession session) {
        entities.persist(session);
    }

    /**
     * A session of an assistant, which nobody else changes until the transaction ends.
     *
     * @throws FactoryException if there is none, or it rested too long
     */
    FpaSession lock(Partner assistant, TransactionId id) {
        return find(assistant, id)
                .filter(one -> clock.instant().isBefore(one.lastStepAt().plus(TIME_TO_LIVE)))
                .orElseThrow(() -> new FactoryException(
                        Reason.UNKNOWN, "there is no such session of this assistant, or it rested too long"));
    }

    Optional<FpaSession> find(Partner assistant, TransactionId id) {
        return Optional.ofNullable(entities.find(FpaSession.class, id.text(), LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> one.fpa().equals(assistant.name()));
    }

    /**
     * The same, if both ends are authenticated and it has the eUICC; it keeps it for another while.
     *
     * @throws FactoryException if that is not so
     */
    FpaSession lockOpen(Partner assistant, TransactionId id) {
        FpaSession session = lock(assistant, id);
        Optional<EuiccLease> lease = session.state() == FpaSession.State.OPEN
                ? lease(session).filter(one -> one.isOf(session))
                : Optional.empty();
        if (lease.isEmpty()) {
            throw new FactoryException(
                    Reason.NOT_NOW,
                    "the session has no eUICC: it is not authenticated, over, or another took its place");
        }
        Instant now = clock.instant();
        session.step(now);
        lease.get().take(session, now.plus(TIME_TO_LIVE));
        return session;
    }

    /** Reserves the eUICC of a session; returns which other assistant has it. */
    Optional<String> reserve(FpaSession session) {
        Instant now = clock.instant();
        Instant until = now.plus(TIME_TO_LIVE);
        Optional<EuiccLease> lease = lease(session);
        if (lease.isEmpty()) {
            entities.persist(new EuiccLease(session, until));
            entities.flush();
            return Optional.empty();
        }
        if (lease.get().isAnothers(session, now)) {
            return Optional.of(lease.get().fpa());
        }
        lease.get().take(session, until);
        return Optional.empty();
    }

    void end(FpaSession session) {
        if (session.state() == FpaSession.State.OPEN) {
            lease(session).filter(one -> one.isOf(session)).ifPresent(one -> one.end(clock.instant()));
        }
        session.end();
    }

    /** Forgets sessions that rested for a day. */
    void purge() {
        entities.createQuery("delete from FpaSession s where s.lastStepAt < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private Optional<EuiccLease> lease(FpaSession session) {
        return Optional.ofNullable(entities.find(EuiccLease.class, session.eid(), LockModeType.PESSIMISTIC_WRITE));
    }
}
