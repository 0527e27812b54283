package org.mintline.line;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;

/** The messages that wait for a person. Each function is a transaction of its own, with its audit line. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeadLetters {
    private static final String ACTOR = "system:line";

    @PersistenceContext
    private EntityManager entities;

    private AuditTrail trail;
    private Clock clock;

    /** For the container. */
    protected DeadLetters() {}

    /** Over the given parts. */
    @Inject
    DeadLetters(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    DeadLetters(EntityManager entities, AuditTrail trail, Clock clock) {
        this(trail, clock);
        this.entities = entities;
    }

    /** Keeps a message, unless it lies here already. */
    public void keep(IncomingMessage message, String reason) {
        boolean known = !entities.createQuery(
                        "select d.id from DeadLetterEntity d where d.line = :line and d.identifier = :identifier",
                        Long.class)
                .setParameter("line", message.line())
                .setParameter("identifier", message.identifier())
                .getResultList()
                .isEmpty();
        if (!known) {
            entities.persist(new DeadLetterEntity(message, reason, clock.instant()));
            record(ACTOR, "refuseLineMessage", message, "refused", reason);
        }
    }

    /** Those of a line, newest first, with numbers below one. */
    public List<DeadLetter> list(String line, long before, int most) {
        return entities
                .createQuery(
                        "select d from DeadLetterEntity d where d.line = :line and d.id < :before order by d.id desc",
                        DeadLetterEntity.class)
                .setParameter("line", line)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(DeadLetterEntity::deadLetter)
                .toList();
    }

    /** One of a line. */
    public Optional<IncomingMessage> find(String line, long number) {
        return Optional.ofNullable(entities.find(DeadLetterEntity.class, number))
                .map(DeadLetterEntity::message)
                .filter(message -> message.line().equals(line));
    }

    /** Trying it again failed, too. */
    public DeadLetter triedAgain(long number, String reason, String actor) {
        DeadLetterEntity letter = entities.find(DeadLetterEntity.class, number, LockModeType.PESSIMISTIC_WRITE);
        letter.triedAgain(reason);
        record(actor, "retryLineMessage", letter.message(), "refused", reason);
        return letter.deadLetter();
    }

    /** It lies here no longer: it was taken in at last, or is dropped. */
    public void remove(long number, String action, String actor) {
        DeadLetterEntity letter = entities.find(DeadLetterEntity.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (letter != null) {
            entities.remove(letter);
            record(actor, action, letter.message(), "done", letter.deadLetter().reason());
        }
    }

    private void record(String actor, String action, IncomingMessage message, String outcome, String detail) {
        trail.record(new AuditEvent(
                Optional.empty(),
                actor,
                action,
                "line:" + message.line(),
                outcome,
                message.kind() + " " + message.identifier() + ": " + detail));
    }
}
