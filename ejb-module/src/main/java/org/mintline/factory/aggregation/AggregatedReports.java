package org.mintline.factory.aggregation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** What was told already. */
@Dependent
public class AggregatedReports {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected AggregatedReports() {}

    /** Over an entity manager of the caller's. */
    public AggregatedReports(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether this is the first time. */
    boolean isNew(String digest, String server, Instant now) {
        if (entities.find(AggregatedReport.class, digest) != null) {
            return false;
        }
        entities.persist(new AggregatedReport(digest, server, now));
        return true;
    }
}
