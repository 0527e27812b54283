package org.mintline.smdpplus.lot;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.tenancy.OperatorId;

/** The rows of lots, their eUICCs and keys. Every query uses an index and takes a bounded number of rows. */
@Dependent
public class LotRepository {
    private static final String LOT = "lot";
    private static final String STATE = "state";

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected LotRepository() {}

    /** Over an entity manager of the caller's. */
    public LotRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(EuiccLot lot) {
        entities.persist(lot);
    }

    void add(LotEuicc euicc) {
        entities.persist(euicc);
    }

    void add(LotKey key) {
        entities.persist(key);
    }

    /** The lot with that number. */
    public Optional<EuiccLot> find(long id) {
        return Optional.ofNullable(entities.find(EuiccLot.class, id));
    }

    /** The lot of that name. */
    public Optional<EuiccLot> findByName(String name) {
        return entities
                .createQuery("select l from EuiccLot l where l.name = :name", EuiccLot.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<EuiccLot> list(Optional<OperatorId> operator, OptionalLong before, int limit) {
        return entities.createQuery(
                        "select l from EuiccLot l where l.id < :before"
                                + operator.map(one -> " and " + one.value() + " member of l.operators")
                                        .orElse("")
                                + " order by l.id desc",
                        EuiccLot.class)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The first lot whose time is over and whose keys are not expired yet. */
    Optional<EuiccLot> findOverdue(Instant now) {
        return entities
                .createQuery(
                        "select l from EuiccLot l where l.expired = false and l.keysExpireAt <= :now"
                                + " order by l.keysExpireAt",
                        EuiccLot.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    long countEuiccs(long lot) {
        return entities.createQuery("select count(e.id) from LotEuicc e where e.lotId = :lot", Long.class)
                .setParameter(LOT, lot)
                .getSingleResult();
    }

    Map<KeyState, Long> countKeys(long lot) {
        Map<KeyState, Long> counts = new EnumMap<>(KeyState.class);
        entities.createQuery(
                        "select k.state, count(k.id) from LotKey k where k.lotId = :lot group by k.state",
                        Object[].class)
                .setParameter(LOT, lot)
                .getResultList()
                .forEach(row -> counts.put((KeyState) row[0], (Long) row[1]));
        return counts;
    }

    List<LotEuicc> findEuiccs(Collection<String> eids) {
        return entities.createQuery("select e from LotEuicc e where e.eid in :eids", LotEuicc.class)
                .setParameter("eids", eids)
                .getResultList();
    }

    /** The eUICCs with those numbers, by number. */
    public Map<Long, LotEuicc> euiccs(Collection<Long> ids) {
        return entities
                .createQuery("select e from LotEuicc e where e.id in :ids", LotEuicc.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(LotEuicc::id, Function.identity()));
    }

    /** The keys with those numbers, by number. */
    public Map<Long, LotKey> keys(Collection<Long> ids) {
        return entities
                .createQuery("select k from LotKey k where k.id in :ids", LotKey.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(LotKey::id, Function.identity()));
    }

    /** The key with that number. */
    public Optional<LotKey> findKey(long id) {
        return Optional.ofNullable(entities.find(LotKey.class, id));
    }

    List<LotKey> findKeys(Collection<String> identifiers) {
        return entities.createQuery("select k from LotKey k where k.keyIdentifier in :identifiers", LotKey.class)
                .setParameter("identifiers", identifiers)
                .getResultList();
    }

    List<LotKey> lockKeys(long lot, KeyState state, int limit) {
        return entities.createQuery(
                        "select k from LotKey k where k.lotId = :lot and k.state = :state order by k.euiccId, k.id",
                        LotKey.class)
                .setParameter(LOT, lot)
                .setParameter(STATE, state)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** A row of the list of keys. */
    record KeyRow(LotKey key, String eid, Optional<String> iccid) {}

    List<KeyRow> listKeys(long lot, OptionalLong after, int limit) {
        return entities
                .createQuery(
                        "select k, e.eid, p.iccid from LotEuicc e, LotKey k left join Profile p on p.id = k.profileId"
                                + " where e.id = k.euiccId and k.lotId = :lot and k.id > :after order by k.id",
                        Object[].class)
                .setParameter(LOT, lot)
                .setParameter("after", after.orElse(0))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new KeyRow((LotKey) row[0], (String) row[1], Optional.ofNullable((String) row[2])))
                .toList();
    }
}
