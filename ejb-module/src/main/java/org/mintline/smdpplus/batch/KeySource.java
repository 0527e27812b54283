package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.smdpplus.lot.LotKey;

/** Finds free keys of a lot and locks them: of each eUICC one. */
@Dependent
public class KeySource {
    private static final int SKIP_LOCKED = -2;

    /** One key of each eUICC that has a free one, without the eUICCs that this batch has served or passed over. */
    private static final String CANDIDATES = "select k.euiccId, min(k.id) from LotKey k, LotEuicc e"
            + " where e.id = k.euiccId and k.lotId = :lot and k.state = :free and %s"
            + " and not exists (select 1 from BatchItem i where i.key.batchId = :batch and i.eid = e.eid)"
            + " and not exists (select 1 from BatchError f where f.key.batchId = :batch and f.eid = e.eid)"
            + " group by k.euiccId order by k.euiccId";

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected KeySource() {}

    /** Over an entity manager of the caller's. */
    public KeySource(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Some free keys.
     *
     * @param keys locked, in the order of their eUICCs
     * @param exhausted whether there are none, and none that another holds
     */
    record Found(List<LotKey> keys, boolean exhausted) {}

    /**
     * Keys of any eUICCs. The first pass goes through the lot and leaves out what others hold; the second goes through all of it again
     * and waits for others.
     *
     * @param limit of how many eUICCs at most
     */
    Found any(Batch batch, int limit) {
        if (!batch.isSecondPass()) {
            List<Object[]> next = behindCursor(batch, limit);
            if (!next.isEmpty()) {
                batch.lookedAtUpTo((Long) next.get(next.size() - 1)[0]);
                return new Found(lock(next, true), false);
            }
            batch.beginSecondPass();
        }
        List<Object[]> left = behindCursor(batch, limit);
        return new Found(lock(left, false), left.isEmpty());
    }

    /** Keys of these eUICCs. */
    List<LotKey> of(Batch batch, Collection<String> eids) {
        return lock(
                candidates(batch, "e.eid in :eids").setParameter("eids", eids).getResultList(), false);
    }

    private List<Object[]> behindCursor(Batch batch, int limit) {
        return candidates(batch, "k.euiccId > :cursor")
                .setParameter("cursor", batch.euiccCursor())
                .setMaxResults(limit)
                .getResultList();
    }

    private TypedQuery<Object[]> candidates(Batch batch, String which) {
        return entities.createQuery(CANDIDATES.formatted(which), Object[].class)
                .setParameter("lot", batch.lotId())
                .setParameter("free", KeyState.FREE)
                .setParameter("batch", batch.id());
    }

    private List<LotKey> lock(List<Object[]> candidates, boolean skipLocked) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        TypedQuery<LotKey> query = entities.createQuery(
                        "select k from LotKey k where k.id in :ids and k.state = :free order by k.id", LotKey.class)
                .setParameter("ids", candidates.stream().map(row -> row[1]).toList())
                .setParameter("free", KeyState.FREE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        if (skipLocked) {
            query.setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED);
        }
        return query.getResultList().stream()
                .sorted(Comparator.comparingLong(LotKey::euiccId))
                .toList();
    }
}
