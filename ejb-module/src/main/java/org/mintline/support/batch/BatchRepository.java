package org.mintline.support.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.support.BatchState;
import org.mintline.support.DeliveryState;
import org.mintline.support.ReceivedBatches.Batch;

/** The rows of received batches. */
@ApplicationScoped
public class BatchRepository {
    private static final int SKIP_LOCKED = -2;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSERT =
            "insert into received_batch (batch, line, state, first_message_at, version) values (?, ?, ?, ?, 0)";

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected BatchRepository() {}

    /** Over an entity manager of the caller's. */
    public BatchRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes the row of a batch by a plain statement, since Hibernate takes a key that is there already for an error.
     *
     * @return false if there is one; the transaction can only be rolled back then
     */
    boolean insert(ReceivedBatch batch) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, batch.batch().toString());
                insert.setString(2, batch.line());
                insert.setString(3, batch.state().name());
                insert.setObject(4, batch.firstMessageAt().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate() == 1;
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /**
     * What must be known of a batch to add profiles to it.
     *
     * @param line on which it comes
     */
    record Standing(String line, BatchState state) {}

    /** Without a managed row, which another message may change meanwhile. */
    Optional<Standing> standing(BatchId batch) {
        return entities
                .createQuery("select b.line, b.state from ReceivedBatch b where b.batch = :batch", Object[].class)
                .setParameter("batch", batch.toString())
                .getResultList()
                .stream()
                .map(row -> new Standing((String) row[0], (BatchState) row[1]))
                .findFirst();
    }

    Optional<ReceivedBatch> find(BatchId batch) {
        return Optional.ofNullable(entities.find(ReceivedBatch.class, batch.toString()));
    }

    /** The line on which a batch that is here came. */
    public String lineOf(BatchId batch) {
        return find(batch).orElseThrow().line();
    }

    /** Batches that were cancelled and of which profiles are left that did not reach a device. */
    public List<BatchId> cancelledWith(Collection<DeliveryState> states, int limit) {
        return entities
                .createQuery(
                        "select b.batch from ReceivedBatch b where b.state = :cancelled and exists"
                                + " (select 1 from ReceivedProfile p where p.batch = b.batch and p.state in :states)"
                                + " order by b.batch",
                        String.class)
                .setParameter("cancelled", BatchState.CANCELLED)
                .setParameter("states", states)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(BatchId::of)
                .toList();
    }

    /** The batch, which nobody else changes until the transaction ends. */
    Optional<ReceivedBatch> lock(BatchId batch) {
        return Optional.ofNullable(
                entities.find(ReceivedBatch.class, batch.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Batches that wait for profiles though their manifest came, but for those that another node works on. */
    List<ReceivedBatch> lockWaiting(int limit) {
        return entities.createQuery(
                        "select b from ReceivedBatch b where b.state = :receiving and b.manifestAmount is not null"
                                + " order by b.batch",
                        ReceivedBatch.class)
                .setParameter("receiving", BatchState.RECEIVING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(limit)
                .getResultList();
    }

    List<ReceivedBatch> list(Optional<Batch> before, int limit) {
        String condition = before.isPresent()
                ? " where b.firstMessageAt < :at or b.firstMessageAt = :at and b.batch < :batch"
                : "";
        TypedQuery<ReceivedBatch> query = entities.createQuery(
                "select b from ReceivedBatch b" + condition + " order by b.firstMessageAt desc, b.batch desc",
                ReceivedBatch.class);
        before.ifPresent(last -> query.setParameter("at", last.firstMessageAt())
                .setParameter("batch", last.batch().toString()));
        return query.setMaxResults(limit).getResultList();
    }
}
