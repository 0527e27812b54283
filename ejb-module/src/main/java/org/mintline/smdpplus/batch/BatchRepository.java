package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.smdpplus.lot.LotKey;
import org.mintline.tenancy.OperatorId;

/** The rows of batches. Every query uses an index and takes a bounded number of rows. */
@Dependent
public class BatchRepository {
    private static final int SKIP_LOCKED = -2;
    private static final int REPORTS_OF_A_PROFILE = 100;
    private static final int AT_ONCE = 1_000;
    private static final String BATCH = "batch";
    private static final String AFTER = "after";

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected BatchRepository() {}

    /** Over an entity manager of the caller's. */
    public BatchRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(Batch batch) {
        entities.persist(batch);
    }

    /** Keeps a list, some rows at a time. Nothing else that the caller read is managed afterwards. */
    void addTargets(long batch, List<OrderedProfile> list) {
        for (OrderedProfile one : list) {
            entities.persist(new BatchTarget(new BatchTarget.Key(batch, one.line()), one.iccid(), one.eid()));
            if (one.line() % AT_ONCE == 0) {
                entities.flush();
                entities.clear();
            }
        }
    }

    void add(BatchItem item) {
        entities.persist(item);
    }

    void add(BatchError error) {
        entities.persist(error);
    }

    void add(BatchReport report) {
        entities.persist(report);
    }

    Optional<Batch> find(long id) {
        return Optional.ofNullable(entities.find(Batch.class, id));
    }

    Optional<Batch> find(BatchId batch) {
        return entities
                .createQuery("select b from Batch b where b.batchId = :batch", Batch.class)
                .setParameter(BATCH, batch.toString())
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Batch> list(Optional<OperatorId> operator, OptionalLong before, int limit) {
        return entities.createQuery(
                        "select b from Batch b where b.id < :before"
                                + operator.map(one -> " and b.operatorId = " + one.value())
                                        .orElse("")
                                + " order by b.id desc",
                        Batch.class)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Locks the first batch that nobody works on; others do not wait for it.
     *
     * @param state one in which there is work: ORDERED, RUNNING, CANCELLED
     * @param passedOver not these
     */
    Optional<Batch> findWork(BatchState state, Instant now, Collection<Long> passedOver) {
        return entities
                .createQuery(
                        "select b from Batch b where b.state = :state and b.cleared = false"
                                + " and (b.leaseUntil is null or b.leaseUntil <= :now) and b.id not in :passedOver"
                                + " order by b.id",
                        Batch.class)
                .setParameter("state", state)
                .setParameter("now", now)
                .setParameter("passedOver", passedOver.isEmpty() ? List.of(-1L) : passedOver)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<BatchTarget> targets(long batch, int after, int limit) {
        return entities.createQuery(
                        "select t from BatchTarget t where t.key.batchId = :batch and t.key.line > :after"
                                + " order by t.key.line",
                        BatchTarget.class)
                .setParameter(BATCH, batch)
                .setParameter(AFTER, after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<BatchError> errors(long batch, int after, int limit) {
        return entities.createQuery(
                        "select e from BatchError e where e.key.batchId = :batch and e.key.number > :after"
                                + " order by e.key.number",
                        BatchError.class)
                .setParameter(BATCH, batch)
                .setParameter(AFTER, after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<BatchItem> items(long batch, int after, int limit) {
        return entities.createQuery(
                        "select i from BatchItem i where i.key.batchId = :batch and i.key.number > :after"
                                + " order by i.key.number",
                        BatchItem.class)
                .setParameter(BATCH, batch)
                .setParameter(AFTER, after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The profiles of a batch whose numbers are in that range, both ends included. */
    List<BatchItem> range(long batch, int from, int to) {
        return entities.createQuery(
                        "select i from BatchItem i where i.key.batchId = :batch and i.key.number between :from and :to",
                        BatchItem.class)
                .setParameter(BATCH, batch)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    Optional<BatchItem> item(BatchItem.Key key) {
        return Optional.ofNullable(entities.find(BatchItem.class, key));
    }

    /** The profiles that are bound to those keys and neither came back nor to an end. */
    List<BatchItem> itemsOf(Collection<LotKey> keys) {
        return entities.createQuery(
                        "select i from BatchItem i where i.lotKeyId in :keys and i.state in :living", BatchItem.class)
                .setParameter("keys", keys.stream().map(LotKey::id).toList())
                .setParameter("living", List.of(BatchItemState.BOUND, BatchItemState.FAILED))
                .getResultList();
    }

    /** The digests of some profiles behind that number, in the order of their numbers, without managed rows. */
    List<byte[]> digests(long batch, int after) {
        return entities.createQuery(
                        "select i.digest from BatchItem i where i.key.batchId = :batch and i.key.number > :after"
                                + " order by i.key.number",
                        byte[].class)
                .setParameter(BATCH, batch)
                .setParameter(AFTER, after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** How many profiles of those batches are in each state. */
    Map<Long, Map<BatchItemState, Long>> countItems(Collection<Long> batches) {
        Map<Long, Map<BatchItemState, Long>> counts = new HashMap<>();
        entities.createQuery(
                        "select i.key.batchId, i.state, count(i.profileId) from BatchItem i"
                                + " where i.key.batchId in :batches and i.state in :told group by i.key.batchId, i.state",
                        Object[].class)
                .setParameter("batches", batches)
                .setParameter("told", List.of(BatchItemState.INSTALLED, BatchItemState.FAILED))
                .getResultList()
                .forEach(row -> counts.computeIfAbsent((Long) row[0], batch -> new EnumMap<>(BatchItemState.class))
                        .put((BatchItemState) row[1], (Long) row[2]));
        return counts;
    }

    boolean isReported(BatchReport.Key key) {
        return entities.find(BatchReport.class, key) != null;
    }

    /** A report with the identifier of its batch. */
    record ReportRow(String batchId, BatchReport report) {}

    List<ReportRow> reports(String iccid, Optional<OperatorId> operator) {
        return entities
                .createQuery(
                        "select b.batchId, r from Profile p, BatchItem i, BatchReport r, Batch b where p.iccid = :iccid"
                                + " and i.profileId = p.id and r.key.batchId = i.key.batchId"
                                + " and r.key.number = i.key.number and b.id = i.key.batchId"
                                + operator.map(one -> " and b.operatorId = " + one.value())
                                        .orElse("")
                                + " order by r.receivedAt desc",
                        Object[].class)
                .setParameter("iccid", iccid)
                .setMaxResults(REPORTS_OF_A_PROFILE)
                .getResultList()
                .stream()
                .map(row -> new ReportRow((String) row[0], (BatchReport) row[1]))
                .toList();
    }

    List<DestinationRow> destinations(OperatorId operator) {
        return entities.createQuery(
                        "select d from DestinationRow d where d.key.operatorId = :operator"
                                + " order by d.key.profileClass, d.key.line",
                        DestinationRow.class)
                .setParameter("operator", operator.value())
                .getResultList();
    }

    void replaceDestinations(OperatorId operator, List<DestinationRow> destinations) {
        entities.createQuery("delete from DestinationRow d where d.key.operatorId = :operator")
                .setParameter("operator", operator.value())
                .executeUpdate();
        destinations.forEach(entities::persist);
    }
}
