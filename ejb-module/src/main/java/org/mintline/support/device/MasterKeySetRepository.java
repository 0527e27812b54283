package org.mintline.support.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rows of master key sets; there are at most 127. */
@ApplicationScoped
public class MasterKeySetRepository {
    private static final int MOST = 127;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected MasterKeySetRepository() {}

    /** Over an entity manager of the caller's. */
    public MasterKeySetRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(MasterKeySet keySet) {
        entities.persist(keySet);
    }

    Optional<MasterKeySet> find(int version) {
        return Optional.ofNullable(entities.find(MasterKeySet.class, version));
    }

    List<MasterKeySet> list() {
        return entities.createQuery("select k from MasterKeySet k order by k.keyVersion", MasterKeySet.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The version of the one that was registered last. */
    OptionalInt newest() {
        return entities
                .createQuery("select k.keyVersion from MasterKeySet k order by k.createdAt desc", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
