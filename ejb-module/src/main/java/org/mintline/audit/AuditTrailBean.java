package org.mintline.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes lines without taking any lock; {@link AuditSealer} puts them into the chain afterwards. */
@Stateless
public class AuditTrailBean implements AuditTrail {
    @PersistenceContext
    private EntityManager entities;

    private AuditKeys keys;
    private Clock clock;

    /** For the container. */
    protected AuditTrailBean() {}

    /** Over the given parts. */
    @Inject
    AuditTrailBean(AuditKeys keys, Clock clock) {
        this(null, keys, clock);
    }

    AuditTrailBean(EntityManager entities, AuditKeys keys, Clock clock) {
        this.entities = entities;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(AuditEvent event) {
        write(event);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(AuditEvent event) {
        write(event);
    }

    private void write(AuditEvent event) {
        AuditLineEntity line = new AuditLineEntity(event, clock.instant().truncatedTo(ChronoUnit.MICROS), keys.key());
        entities.persist(line);
        entities.persist(new AuditUnsealedEntity(line.id()));
    }
}
