package org.mintline.smdpplus.profile;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/** The rows of profile types. */
@Dependent
public class ProfileTypeRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected ProfileTypeRepository() {}

    /** Over an entity manager of the caller's. */
    public ProfileTypeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps a new type. */
    public void add(ProfileType type) {
        entities.persist(type);
    }

    /** Keeps what the profiles of a type are made from. */
    public void add(ProfileTypePackage typePackage) {
        entities.persist(typePackage);
    }

    /** The type with that number. */
    public Optional<ProfileType> find(long id) {
        return Optional.ofNullable(entities.find(ProfileType.class, id));
    }

    /** What the profiles of the type are made from. */
    public Optional<ProfileTypePackage> findPackage(long typeId) {
        return Optional.ofNullable(entities.find(ProfileTypePackage.class, typeId));
    }

    /** The type of that name at an operator. */
    public Optional<ProfileType> findByName(OperatorId operator, String name) {
        return entities
                .createQuery(
                        "select t from ProfileType t where t.operatorId = :operator and t.name = :name",
                        ProfileType.class)
                .setParameter("operator", operator.value())
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The types of an operator, by name, at most 1,000. */
    public List<ProfileType> list(OperatorId operator) {
        return entities.createQuery(
                        "select t from ProfileType t where t.operatorId = :operator order by t.name", ProfileType.class)
                .setParameter("operator", operator.value())
                .setMaxResults(1000)
                .getResultList();
    }

    /** All types, at most 10,000: what the background job goes through. */
    public List<ProfileType> listProtectedAhead() {
        return entities.createQuery("select t from ProfileType t order by t.id", ProfileType.class)
                .setMaxResults(10_000)
                .getResultList();
    }
}
