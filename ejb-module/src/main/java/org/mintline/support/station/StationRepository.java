package org.mintline.support.station;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
