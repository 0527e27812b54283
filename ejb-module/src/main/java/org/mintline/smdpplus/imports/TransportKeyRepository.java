package org.mintline.smdpplus.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/** The rows of transport keys. */
@ApplicationScoped
public class TransportKeyRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected TransportKeyRepository() {}

    /** Over an entity manager of the caller's. */
    public TransportKeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TransportKey key) {
        entities.persist(key);
    }

    Optional<TransportKey> find(OperatorId operator, int index) {
        return Optional.ofNullable(entities.find(TransportKey.class, new TransportKey.Key(operator.value(), index)));
    }

    List<TransportKey> list(OperatorId operator) {
        return entities.createQuery(
                        "select k from TransportKey k where k.key.operatorId = :operator order by k.key.keyIndex",
                        TransportKey.class)
                .setParameter("operator", operator.value())
                .setMaxResults(1_000)
                .getResultList();
    }
}
