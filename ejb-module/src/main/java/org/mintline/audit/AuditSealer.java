package org.mintline.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Puts written lines into the chain: gapless numbers, each value over the one before. */
@Stateless
public class AuditSealer {
    /** How many lines a transaction seals at most. */
    static final int BATCH = 500;

    @PersistenceContext
    private EntityManager entities;

    private AuditKeys keys;

    /** For the container. */
    protected AuditSealer() {}

    /** Over the given parts. */
    @Inject
    AuditSealer(AuditKeys keys) {
        this(null, keys);
    }

    AuditSealer(EntityManager entities, AuditKeys keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /**
     * Seals some of the lines that wait. The row lock on the end of the chain lets one node at a time do so, others wait.
     *
     * @return how many; fewer than {@value #BATCH} if none are left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sealSome() {
        AuditKey key = keys.key();
        AuditChainEntity chain =
                entities.find(AuditChainEntity.class, AuditChainEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
        List<AuditLineEntity> lines = entities.createQuery(
                        "select l from AuditUnsealedEntity u, AuditLineEntity l where l.id = u.auditLineId"
                                + " order by u.auditLineId",
                        AuditLineEntity.class)
                .setMaxResults(BATCH)
                .getResultList();
        if (lines.isEmpty()) {
            return 0;
        }
        long number = chain.lastSealNumber();
        byte[] value = chain.lastChainValue();
        for (AuditLineEntity line : lines) {
            number++;
            value = key.chainValue(number, line.id(), line.authenticator(), value);
            entities.persist(new AuditSealEntity(number, line.id(), value));
        }
        chain.moveTo(number, value);
        entities.createQuery("delete from AuditUnsealedEntity u where u.auditLineId in :lines")
                .setParameter("lines", lines.stream().map(AuditLineEntity::id).toList())
                .executeUpdate();
        return lines.size();
    }
}
