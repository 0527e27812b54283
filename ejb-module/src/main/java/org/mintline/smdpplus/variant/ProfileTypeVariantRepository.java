package org.mintline.smdpplus.variant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mintline.smdpplus.ProfileTypeVariants;
import org.mintline.smdpplus.profile.ProfileType;

/** The rows of variants. */
@ApplicationScoped
public class ProfileTypeVariantRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected ProfileTypeVariantRepository() {}

    /** Over an entity manager of the caller's. */
    public ProfileTypeVariantRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The variants of a type, from the top. */
    List<ProfileTypeVariant> list(long profileTypeId) {
        return entities.createQuery(
                        "select v from ProfileTypeVariant v where v.key.profileTypeId = :type order by v.key.line",
                        ProfileTypeVariant.class)
                .setParameter("type", profileTypeId)
                .setMaxResults(ProfileTypeVariants.MOST)
                .getResultList();
    }

    /** Takes all variants of the type away, whose row is locked meanwhile. */
    void clear(ProfileType type) {
        entities.lock(type, LockModeType.PESSIMISTIC_WRITE);
        entities.createQuery("delete from ProfileTypeVariant v where v.key.profileTypeId = :type")
                .setParameter("type", type.id())
                .executeUpdate();
    }

    void add(ProfileTypeVariant variant) {
        entities.persist(variant);
    }
}
