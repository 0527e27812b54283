package org.mintline.support.station;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of stations; there are few. */
@ApplicationScoped
public class StationRepository {
    private static final int MOST = 1_000;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected StationRepository() {}

    /** Over an entity manager of the caller's. */
    public StationRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StationEntity station) {
        entities.persist(station);
        entities.flush();
    }

    Optional<StationEntity> find(long id) {
        return Optional.ofNullable(entities.find(StationEntity.class, id));
    }

    Optional<StationEntity> findByName(String name) {
        return first("name", name);
    }

    Optional<StationEntity> findByFingerprint(String fingerprint) {
        return first("fingerprint", fingerprint);
    }

    /** Notes when a station called, unless it was noted after {@code unlessAfter}; changes of its settings do not collide with it. */
    void seen(long id, Instant at, Instant unlessAfter) {
        entities.createQuery("update StationEntity s set s.lastSeenAt = :at where s.id = :id and (s.lastSeenAt is null"
                        + " or s.lastSeenAt < :unlessAfter)")
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("unlessAfter", unlessAfter)
                .executeUpdate();
    }

    List<StationEntity> list() {
        return entities.createQuery("select s from StationEntity s order by s.name", StationEntity.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    private Optional<StationEntity> first(String attribute, String value) {
        return entities
                .createQuery("select s from StationEntity s where s." + attribute + " = :value", StationEntity.class)
                .setParameter("value", value)
                .getResultList()
                .stream()
                .findFirst();
    }
}
