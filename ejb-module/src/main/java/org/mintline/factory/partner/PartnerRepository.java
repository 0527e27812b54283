package org.mintline.factory.partner;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.FactoryPartners.Kind;

/** The rows of partners and of their lots. */
@Dependent
public class PartnerRepository {
    private static final int MOST = 1_000;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected PartnerRepository() {}

    /** Over an entity manager of the caller's. */
    public PartnerRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(PartnerEntity partner) {
        entities.persist(partner);
        entities.flush();
    }

    /** Whether a partner has that name, or one of the same kind that certificate. */
    boolean isTaken(Kind kind, String name, String fingerprint) {
        return entities.createQuery(
                                "select count(p) from PartnerEntity p where p.name = :name"
                                        + " or p.fingerprint = :fingerprint and p.kind = :kind",
                                Long.class)
                        .setParameter("name", name)
                        .setParameter("kind", kind)
                        .setParameter("fingerprint", fingerprint)
                        .getSingleResult()
                > 0;
    }

    /** The partner of that name, which nobody else changes until the transaction ends. */
    Optional<PartnerEntity> lock(String name) {
        return entities
                .createQuery("select p from PartnerEntity p where p.name = :name", PartnerEntity.class)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<PartnerEntity> find(Kind kind, String fingerprint) {
        return entities
                .createQuery(
                        "select p from PartnerEntity p where p.fingerprint = :fingerprint and p.kind = :kind"
                                + " and p.revokedAt is null",
                        PartnerEntity.class)
                .setParameter("fingerprint", fingerprint)
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<PartnerEntity> list() {
        return entities.createQuery("select p from PartnerEntity p order by p.name", PartnerEntity.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    Optional<PartnerLotEntity> lot(String name) {
        return Optional.ofNullable(entities.find(PartnerLotEntity.class, name));
    }

    List<PartnerLotEntity> lots(long partner) {
        return entities.createQuery(
                        "select l from PartnerLotEntity l where l.partnerId = :partner order by l.lot",
                        PartnerLotEntity.class)
                .setParameter("partner", partner)
                .setMaxResults(MOST)
                .getResultList();
    }

    void removeLots(long partner) {
        entities.createQuery("delete from PartnerLotEntity l where l.partnerId = :partner")
                .setParameter("partner", partner)
                .executeUpdate();
        entities.clear();
    }

    void add(PartnerLotEntity lot) {
        entities.persist(lot);
    }
}
