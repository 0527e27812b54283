package org.mintline.smdpplus.order;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The rows of executed ES2+ calls. */
@Dependent
public class FunctionCallRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected FunctionCallRepository() {}

    /** Over an entity manager of the caller's. */
    public FunctionCallRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<FunctionCall> find(FunctionCall.Key key) {
        return Optional.ofNullable(entities.find(FunctionCall.class, key));
    }

    void add(FunctionCall call) {
        entities.persist(call);
    }
}
