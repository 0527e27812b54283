package org.mintline.support.packets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.support.BatchState;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore.Filter;

/** The rows of received profiles and of their packets. */
@ApplicationScoped
public class PacketsRepository {
    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected PacketsRepository() {}

    /** Over an entity manager of the caller's. */
    public PacketsRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps a profile and its packets as they came. */
    public void add(ReceivedProfile profile, ProfilePackets packets) {
        entities.persist(profile);
        entities.persist(new ReceivedPackets(profile.id(), packets.encoded()));
    }

    /** One profile. */
    public Optional<ReceivedProfile> find(long id) {
        return Optional.ofNullable(entities.find(ReceivedProfile.class, id));
    }

    /** One profile, which nobody else changes until the transaction ends. */
    public Optional<ReceivedProfile> lock(long id) {
        return Optional.ofNullable(entities.find(ReceivedProfile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** One profile of a batch. */
    public Optional<ReceivedProfile> find(BatchId batch, int number) {
        return entities
                .createQuery(
                        "select p from ReceivedProfile p where p.batch = :batch and p.number = :number",
                        ReceivedProfile.class)
                .setParameter("batch", batch.toString())
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The digests of the profiles of a batch that are here, of those with these numbers. */
    public Map<Integer, byte[]> digests(BatchId batch, Collection<Integer> numbers) {
        return entities
                .createQuery(
                        "select p.number, p.digest from ReceivedProfile p where p.batch = :batch and p.number in"
                                + " :numbers",
                        Object[].class)
                .setParameter("batch", batch.toString())
                .setParameter("numbers", numbers)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (byte[]) row[1]));
    }

    /** The packets of a profile, unless they were purged. */
    public Optional<ProfilePackets> packets(long id) {
        return Optional.ofNullable(entities.find(ReceivedPackets.class, id))
                .map(kept -> ProfilePackets.decode(kept.content()));
    }

    /** Deletes the packets of a profile. */
    public void deleteContents(ReceivedProfile profile) {
        entities.createQuery("delete from ReceivedPackets p where p.profileId = :profile")
                .setParameter("profile", profile.id())
                .executeUpdate();
        profile.contentsDeleted();
    }

    /** Locks profiles in a state since before then whose contents are still here, but for those that another node works on. */
    public List<ReceivedProfile> lockUntouched(DeliveryState state, Instant before, int limit) {
        return entities.createQuery(
                        "select p from ReceivedProfile p where p.state = :state and p.hasContents = true"
                                + " and p.changedAt < :before order by p.changedAt, p.id",
                        ReceivedProfile.class)
                .setParameter("state", state)
                .setParameter("before", before)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Locks profiles of a batch in one of these states, but for those that another node works on. */
    public List<ReceivedProfile> lockOfBatch(BatchId batch, Collection<DeliveryState> states, int limit) {
        return entities.createQuery(
                        "select p from ReceivedProfile p where p.batch = :batch and p.state in :states order by"
                                + " p.number",
                        ReceivedProfile.class)
                .setParameter("batch", batch.toString())
                .setParameter("states", states)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .setMaxResults(limit)
                .getResultList();
    }

    List<ReceivedProfile> list(Filter filter, OptionalLong after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("p.id > :after"));
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse(0)));
        filter.eid().ifPresent(eid -> condition(conditions, values, "eid", eid.digits()));
        filter.iccid().ifPresent(iccid -> condition(conditions, values, "iccid", iccid.digits()));
        filter.batch().ifPresent(batch -> condition(conditions, values, "batch", batch.toString()));
        filter.state().ifPresent(state -> condition(conditions, values, "state", state));
        TypedQuery<ReceivedProfile> query = entities.createQuery(
                "select p from ReceivedProfile p where " + String.join(" and ", conditions) + " order by p.id",
                ReceivedProfile.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private static void condition(List<String> conditions, Map<String, Object> values, String name, Object value) {
        conditions.add("p." + name + " = :" + name);
        values.put(name, value);
    }

    /** Locks the profiles of an eUICC that are in one of these states, the oldest first; those of cancelled or mismatched batches are left out. */
    public List<ReceivedProfile> lockFor(Eid eid, Collection<DeliveryState> states, int limit) {
        return entities.createQuery(
                        "select p from ReceivedProfile p where p.eid = :eid and p.state in :states and not exists"
                                + " (select 1 from ReceivedBatch b where b.batch = p.batch and b.state in :closed)"
                                + " order by p.id",
                        ReceivedProfile.class)
                .setParameter("eid", eid.digits())
                .setParameter("states", states)
                .setParameter("closed", EnumSet.of(BatchState.CANCELLED, BatchState.MISMATCHED))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those of some eUICCs that have a profile in that state. */
    public Set<Eid> having(DeliveryState state, Collection<Eid> eids) {
        return entities
                .createQuery(
                        "select distinct p.eid from ReceivedProfile p where p.eid in :eids and p.state = :state",
                        String.class)
                .setParameter("eids", eids.stream().map(Eid::digits).toList())
                .setParameter("state", state)
                .getResultList()
                .stream()
                .map(Eid::new)
                .collect(Collectors.toSet());
    }

    /** The latest profile of an eUICC with that ICCID, which nobody else changes until the transaction ends. */
    public Optional<ReceivedProfile> lock(Eid eid, Iccid iccid) {
        return entities
                .createQuery(
                        "select p from ReceivedProfile p where p.iccid = :iccid and p.eid = :eid order by p.id desc",
                        ReceivedProfile.class)
                .setParameter("iccid", iccid.digits())
                .setParameter("eid", eid.digits())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The batches of a lot that are whole, from one on, by their identifiers. */
    List<String> wholeBatches(String lot, String from, int limit) {
        return entities.createQuery(
                        "select b.batch from ReceivedBatch b where b.lot = :lot and b.state = :whole and b.batch >="
                                + " :from order by b.batch",
                        String.class)
                .setParameter("lot", lot)
                .setParameter("whole", BatchState.WHOLE)
                .setParameter("from", from)
                .setMaxResults(limit)
                .getResultList();
    }

    List<ReceivedProfile> listBatch(String batch, int afterNumber, Optional<String> notFetchedBy, int limit) {
        String fetched = notFetchedBy
                .map(consumer -> " and not exists (select 1 from PacketsFetch f where f.key.consumer = :consumer"
                        + " and f.key.profileId = p.id)")
                .orElse("");
        TypedQuery<ReceivedProfile> query = entities.createQuery(
                        "select p from ReceivedProfile p where p.batch = :batch and p.number > :after" + fetched
                                + " order by p.number",
                        ReceivedProfile.class)
                .setParameter("batch", batch)
                .setParameter("after", afterNumber);
        notFetchedBy.ifPresent(consumer -> query.setParameter("consumer", consumer));
        return query.setMaxResults(limit).getResultList();
    }

    void markFetched(String consumer, long profile, Instant now) {
        PacketsFetch.Key key = new PacketsFetch.Key(consumer, profile);
        if (entities.find(PacketsFetch.class, key) == null) {
            entities.persist(new PacketsFetch(key, now));
        }
    }

    /** How many profiles of a batch are here. */
    public int count(BatchId batch) {
        return entities.createQuery("select count(p) from ReceivedProfile p where p.batch = :batch", Long.class)
                .setParameter("batch", batch.toString())
                .getSingleResult()
                .intValue();
    }

    /** How many profiles of a batch are in each state. */
    public Map<DeliveryState, Long> countByState(BatchId batch) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        entities.createQuery(
                        "select p.state, count(p) from ReceivedProfile p where p.batch = :batch group by p.state",
                        Object[].class)
                .setParameter("batch", batch.toString())
                .getResultList()
                .forEach(row -> counts.put((DeliveryState) row[0], (Long) row[1]));
        return counts;
    }

    /** The numbers and digests of profiles of a batch behind a number, in the order of the numbers. */
    public List<Object[]> digests(BatchId batch, int afterNumber, int limit) {
        return entities.createQuery(
                        "select p.number, p.digest from ReceivedProfile p where p.batch = :batch and p.number > :after"
                                + " order by p.number",
                        Object[].class)
                .setParameter("batch", batch.toString())
                .setParameter("after", afterNumber)
                .setMaxResults(limit)
                .getResultList();
    }
}
