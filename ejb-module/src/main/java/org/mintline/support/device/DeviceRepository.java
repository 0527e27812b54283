package org.mintline.support.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mintline.rsp.identification.Eid;

/** The rows of devices and of their stories. */
@ApplicationScoped
public class DeviceRepository {
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected DeviceRepository() {}

    /** Over an entity manager of the caller's. */
    public DeviceRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(FactoryDevice device) {
        entities.persist(device);
    }

    /** One device. */
    public Optional<FactoryDevice> find(Eid eid) {
        return Optional.ofNullable(entities.find(FactoryDevice.class, eid.digits()));
    }

    /** Those of some eUICCs that are known. */
    public Map<Eid, FactoryDevice> find(Collection<Eid> eids) {
        return entities
                .createQuery("select d from FactoryDevice d where d.eid in :eids", FactoryDevice.class)
                .setParameter("eids", eids.stream().map(Eid::digits).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(FactoryDevice::eid, Function.identity()));
    }

    List<FactoryDevice> list(Optional<String> lot, Optional<Eid> after, int limit) {
        TypedQuery<FactoryDevice> query = entities.createQuery(
                        "select d from FactoryDevice d where d.eid > :after"
                                + (lot.isPresent() ? " and d.lot = :lot" : "") + " order by d.eid",
                        FactoryDevice.class)
                .setParameter("after", after.map(Eid::digits).orElse(""));
        lot.ifPresent(name -> query.setParameter("lot", name));
        return query.setMaxResults(limit).getResultList();
    }

    /** Locks devices whose profiles may have come before them, but for those that another node works on, and takes their mark away. */
    public List<FactoryDevice> takeDue(int limit) {
        List<FactoryDevice> due = entities.createQuery(
                        "select d from FactoryDevice d where d.imagesDue = true order by d.eid", FactoryDevice.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(limit)
                .getResultList();
        due.forEach(FactoryDevice::imagesMade);
        return due;
    }

    /** Adds a line to a story. */
    public void add(StoryEntry entry) {
        entities.persist(entry);
    }

    /** Whether a report is in a story already. */
    public boolean isTold(String report) {
        return !entities.createQuery("select s.id from StoryEntry s where s.report = :report", Long.class)
                .setParameter("report", report)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<StoryEntry> story(Eid eid, OptionalLong after, int limit) {
        return entities.createQuery(
                        "select s from StoryEntry s where s.eid = :eid and s.id > :after order by s.id",
                        StoryEntry.class)
                .setParameter("eid", eid.digits())
                .setParameter("after", after.orElse(0))
                .setMaxResults(limit)
                .getResultList();
    }
}
