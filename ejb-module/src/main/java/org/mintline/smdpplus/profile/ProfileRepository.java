package org.mintline.smdpplus.profile;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of profiles. Every query uses an index and takes a bounded number of rows. */
@Dependent
public class ProfileRepository {
    private static final int SKIP_LOCKED = -2;
    private static final int ORDERS_OF_AN_EUICC = 50;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected ProfileRepository() {}

    /** Over an entity manager of the caller's. */
    public ProfileRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Brings a profile into stock. */
    public void add(Profile profile) {
        entities.persist(profile);
    }

    /** The profile with that number. */
    public Optional<Profile> find(long id) {
        return Optional.ofNullable(entities.find(Profile.class, id));
    }

    /** The profile with that ICCID, 18 to 20 digits. */
    public Optional<Profile> findByIccid(String iccid) {
        return entities
                .createQuery("select p from Profile p where p.iccid = :iccid", Profile.class)
                .setParameter("iccid", iccid)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The profile whose live order has that MatchingID. */
    public Optional<Profile> findByMatchingId(String matchingId) {
        return entities
                .createQuery("select p from Profile p where p.order.liveMatchingId = :matchingId", Profile.class)
                .setParameter("matchingId", matchingId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether a live order has that MatchingID. */
    public boolean hasMatchingId(String matchingId) {
        return findByMatchingId(matchingId).isPresent();
    }

    /** The profiles of live, confirmed orders for that eUICC, the earliest first. */
    public List<Profile> findOrdersOf(String eid) {
        return entities.createQuery(
                        "select p from Profile p where p.order.eid = :eid and p.state in :states order by p.order.orderedAt",
                        Profile.class)
                .setParameter("eid", eid)
                .setParameter("states", List.of(ProfileState.CONFIRMED, ProfileState.RELEASED, ProfileState.DOWNLOADED))
                .setMaxResults(ORDERS_OF_AN_EUICC)
                .getResultList();
    }

    /** Locks an available profile of the type that nobody else has locked; others do not wait for it. */
    public Optional<Profile> takeFromStock(long typeId) {
        return entities
                .createQuery(
                        "select p from Profile p where p.typeId = :type and p.state = :state order by p.id",
                        Profile.class)
                .setParameter("type", typeId)
                .setParameter("state", ProfileState.AVAILABLE)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * Locks available profiles of the type that nobody else has locked; others do not wait for them.
     *
     * @param after the number behind which they are
     * @param limit how many at most
     */
    public List<Profile> takeFromStock(long typeId, long after, int limit) {
        return entities.createQuery(
                        "select p from Profile p where p.typeId = :type and p.state = :state and p.id > :after"
                                + " order by p.id",
                        Profile.class)
                .setParameter("type", typeId)
                .setParameter("state", ProfileState.AVAILABLE)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
    }

    /** The profiles with those ICCIDs, locked in the order of their numbers. */
    public List<Profile> lockByIccid(Collection<String> iccids) {
        return entities.createQuery("select p from Profile p where p.iccid in :iccids order by p.id", Profile.class)
                .setParameter("iccids", iccids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The profiles with those numbers, locked in the order of their numbers. */
    public List<Profile> lock(Collection<Long> ids) {
        return entities.createQuery("select p from Profile p where p.id in :ids order by p.id", Profile.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
