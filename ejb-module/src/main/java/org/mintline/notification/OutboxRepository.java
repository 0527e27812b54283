package org.mintline.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.notification.OutboxMessage.State;
import org.mintline.tenancy.OperatorId;

/** The rows of the outbox. */
@Dependent
class OutboxRepository {
    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected OutboxRepository() {}

    OutboxRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(OutboxMessageEntity message) {
        entities.persist(message);
    }

    /** Locks a message for a change. */
    Optional<OutboxMessageEntity> lock(long number) {
        return Optional.ofNullable(entities.find(OutboxMessageEntity.class, number, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Operators that have messages which are due. */
    List<OperatorId> operatorsWithDueMessages(Instant now, int most) {
        return entities
                .createNativeQuery(
                        "select o.id from operator o where exists (select 1 from outbox_message m"
                                + " where m.operator_id = o.id and m.state = 'WAITING' and m.due_at <= :now)"
                                + " order by o.id",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(id -> new OperatorId(((Number) id).longValue()))
                .toList();
    }

    /** Locks due messages of an operator that no other node works on, and that are the first waiting ones of their keys. */
    List<OutboxMessageEntity> lockDue(OperatorId operator, Instant now, int most) {
        return entities.createQuery(
                        "select m from OutboxMessageEntity m where m.operatorId = :operator and m.state = :waiting"
                                + " and m.dueAt <= :now and not exists (select 1 from OutboxMessageEntity p"
                                + " where p.operatorId = m.operatorId and p.orderingKey = m.orderingKey"
                                + " and p.state = :waiting and p.id < m.id) order by m.dueAt, m.id",
                        OutboxMessageEntity.class)
                .setParameter("operator", operator.value())
                .setParameter("waiting", State.WAITING)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Lets the messages behind one wait as long as it does, so that they are not looked at in vain. */
    void holdBackBehind(OutboxMessageEntity message, Instant until) {
        entities.createQuery("update OutboxMessageEntity m set m.dueAt = :until where m.operatorId = :operator"
                        + " and m.orderingKey = :key and m.state = :waiting and m.id > :number and m.dueAt < :until")
                .setParameter("until", until)
                .setParameter("operator", message.operator().value())
                .setParameter("key", message.orderingKey())
                .setParameter("waiting", State.WAITING)
                .setParameter("number", message.id())
                .executeUpdate();
    }

    /** Lets the message after one be tried at once. */
    void releaseBehind(OutboxMessageEntity message, Instant now) {
        entities.createQuery("update OutboxMessageEntity m set m.dueAt = :now where m.operatorId = :operator"
                        + " and m.orderingKey = :key and m.state = :waiting and m.id > :number and m.dueAt > :now")
                .setParameter("now", now)
                .setParameter("operator", message.operator().value())
                .setParameter("key", message.orderingKey())
                .setParameter("waiting", State.WAITING)
                .setParameter("number", message.id())
                .executeUpdate();
    }

    List<OutboxMessageEntity> list(OperatorId operator, State state, long before, int most) {
        return entities.createQuery(
                        "select m from OutboxMessageEntity m where m.operatorId = :operator and m.state = :state"
                                + " and m.id < :before order by m.id desc",
                        OutboxMessageEntity.class)
                .setParameter("operator", operator.value())
                .setParameter("state", state)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    int deleteFinished(State state, Instant before) {
        return entities.createQuery(
                        "delete from OutboxMessageEntity m where m.state = :state and m.finishedAt < :before")
                .setParameter("state", state)
                .setParameter("before", before)
                .executeUpdate();
    }
}
