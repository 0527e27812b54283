package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock.Filter;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;

/** The rows of lots, and of packages and their packets. */
@Dependent
public class LocalRepository {
    private static final int MOST_LOTS = 1_000;
    private static final Set<LocalProfileState> IN_PLAY =
            Set.of(LocalProfileState.RECEIVED, LocalProfileState.HANDED_OUT);

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected LocalRepository() {}

    /** Over an entity manager of the caller's. */
    public LocalRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(LocalLot lot) {
        entities.persist(lot);
    }

    Optional<LocalLot> lot(String name) {
        return Optional.ofNullable(entities.find(LocalLot.class, name));
    }

    List<LocalLot> lots() {
        return entities.createQuery("select l from LocalLot l order by l.lot", LocalLot.class)
                .setMaxResults(MOST_LOTS)
                .getResultList();
    }

    /** Lots whose time is over and that have packages in play. */
    List<String> lotsThatAreOver(Instant now) {
        return entities.createQuery(
                        "select l.lot from LocalLot l where l.expiresAt <= :now and exists (select 1 from LocalProfile p"
                                + " where p.lot = l.lot and p.state in :states) order by l.lot",
                        String.class)
                .setParameter("now", now)
                .setParameter("states", IN_PLAY)
                .setMaxResults(MOST_LOTS)
                .getResultList();
    }

    /** Keeps a package as it came. */
    void add(String lot, ProfilePackets packets, Instant now) {
        LocalProfile profile = new LocalProfile(lot, packets, now);
        entities.persist(profile);
        entities.persist(new LocalPackets(profile.id(), packets.encoded()));
    }

    Optional<LocalProfile> find(BatchId batch, int number) {
        return first(entities.createQuery(
                        "select p from LocalProfile p where p.batch = :batch and p.number = :number",
                        LocalProfile.class)
                .setParameter("batch", batch.toString())
                .setParameter("number", number));
    }

    Optional<LocalProfile> findByKey(String keyIdentifier) {
        return first(
                entities.createQuery("select p from LocalProfile p where p.keyIdentifier = :key", LocalProfile.class)
                        .setParameter("key", keyIdentifier));
    }

    /** The same, which nobody else changes until the transaction ends. */
    Optional<LocalProfile> lockByKey(String keyIdentifier) {
        return first(
                entities.createQuery("select p from LocalProfile p where p.keyIdentifier = :key", LocalProfile.class)
                        .setParameter("key", keyIdentifier)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<LocalProfile> find(String eid, String iccid) {
        return first(entities.createQuery(
                        "select p from LocalProfile p where p.eid = :eid and p.iccid = :iccid order by p.id",
                        LocalProfile.class)
                .setParameter("eid", eid)
                .setParameter("iccid", iccid));
    }

    boolean isKnown(String eid) {
        Filter ofEuicc = new Filter(Optional.empty(), Optional.empty(), Optional.of(eid));
        return !list(ofEuicc, OptionalLong.empty(), 1).isEmpty();
    }

    /** Whether an eUICC has packages in play. */
    boolean isInPlay(String eid) {
        return entities.createQuery(
                                "select count(p) from LocalProfile p where p.eid = :eid and p.state in :states",
                                Long.class)
                        .setParameter("eid", eid)
                        .setParameter("states", IN_PLAY)
                        .getSingleResult()
                > 0;
    }

    /** The next package in play of an eUICC, which nobody else changes until the transaction ends. */
    Optional<LocalProfile> lockNext(String eid, long after) {
        return first(entities.createQuery(
                        "select p from LocalProfile p where p.eid = :eid and p.id > :after and p.state in :states"
                                + " order by p.id",
                        LocalProfile.class)
                .setParameter("eid", eid)
                .setParameter("after", after)
                .setParameter("states", IN_PLAY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /** Packages in play of a lot, which nobody else changes until the transaction ends. */
    List<LocalProfile> lockInPlay(String lot, int limit) {
        return entities.createQuery(
                        "select p from LocalProfile p where p.lot = :lot and p.state in :states order by p.id",
                        LocalProfile.class)
                .setParameter("lot", lot)
                .setParameter("states", IN_PLAY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Packages of a lot that the aggregator was not told of yet. */
    List<LocalProfile> unacknowledged(String lot, long after, int limit) {
        return entities.createQuery(
                        "select p from LocalProfile p where p.acknowledged = false and p.lot = :lot and p.id > :after"
                                + " order by p.id",
                        LocalProfile.class)
                .setParameter("lot", lot)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<LocalProfile> find(long id) {
        return Optional.ofNullable(entities.find(LocalProfile.class, id));
    }

    Optional<byte[]> packets(long profile) {
        return Optional.ofNullable(entities.find(LocalPackets.class, profile)).map(LocalPackets::content);
    }

    void deletePackets(long profile) {
        Optional.ofNullable(entities.find(LocalPackets.class, profile)).ifPresent(entities::remove);
    }

    /** Packages in the order in which they came. */
    List<LocalProfile> list(Filter filter, OptionalLong after, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        filter.lot().ifPresent(lot -> wanted.put("lot", lot));
        filter.state().ifPresent(state -> wanted.put("state", state));
        filter.eid().ifPresent(eid -> wanted.put("eid", eid));
        String conditions = wanted.keySet().stream()
                .map(name -> " and p." + name + " = :" + name)
                .collect(Collectors.joining());
        TypedQuery<LocalProfile> query = entities.createQuery(
                "select p from LocalProfile p where p.id > :after" + conditions + " order by p.id", LocalProfile.class);
        query.setParameter("after", after.orElse(0));
        wanted.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** How many packages of each of the lots are in each state. */
    Map<String, Map<LocalProfileState, Long>> countByLotAndState() {
        return entities
                .createQuery(
                        "select p.lot, p.state, count(p) from LocalProfile p group by p.lot, p.state order by p.lot",
                        Object[].class)
                .setMaxResults(MOST_LOTS * LocalProfileState.values().length)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.toMap(row -> (LocalProfileState) row[1], row -> (Long) row[2])));
    }

    /** How many packages of a lot are in each state. */
    Map<LocalProfileState, Long> countByState(String lot) {
        Map<LocalProfileState, Long> counts = new EnumMap<>(LocalProfileState.class);
        entities.createQuery(
                        "select p.state, count(p) from LocalProfile p where p.lot = :lot group by p.state",
                        Object[].class)
                .setParameter("lot", lot)
                .getResultList()
                .forEach(row -> counts.put((LocalProfileState) row[0], (Long) row[1]));
        return counts;
    }

    private static Optional<LocalProfile> first(TypedQuery<LocalProfile> query) {
        return query.setMaxResults(1).getResultList().stream().findFirst();
    }
}
