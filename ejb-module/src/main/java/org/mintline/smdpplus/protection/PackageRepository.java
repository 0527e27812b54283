package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileState;

/** The rows of credentials, protected packages and bound packages; each is read only where it is needed. */
@Dependent
public class PackageRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected PackageRepository() {}

    /** Over an entity manager of the caller's. */
    public PackageRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(ProtectedPackage protectedPackage) {
        entities.persist(protectedPackage);
    }

    void add(BoundPackage boundPackage) {
        entities.persist(boundPackage);
    }

    Optional<ProfileCredentials> findCredentials(long profileId) {
        return Optional.ofNullable(entities.find(ProfileCredentials.class, profileId));
    }

    /** A protected package as it is kept. */
    record KeptPackage(byte[] sealedKeys, byte[] segments) {}

    /** Without a managed row, whose large content would be copied and compared at commit. */
    Optional<KeptPackage> findProtected(long profileId) {
        return entities
                .createQuery(
                        "select q.sealedKeys, q.segments from ProtectedPackage q where q.profileId = :profile",
                        Object[].class)
                .setParameter("profile", profileId)
                .getResultList()
                .stream()
                .map(row -> new KeptPackage((byte[]) row[0], (byte[]) row[1]))
                .findFirst();
    }

    /** The protected packages that profiles have of the package of a type, by profile, without managed rows. */
    Map<Long, KeptPackage> findProtected(Collection<Long> profiles, long typeId) {
        return entities
                .createQuery(
                        "select q.profileId, q.sealedKeys, q.segments from ProtectedPackage q"
                                + " where q.profileId in :profiles and q.profileTypeId = :type",
                        Object[].class)
                .setParameter("profiles", profiles)
                .setParameter("type", typeId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (Long) row[0], row -> new KeptPackage((byte[]) row[1], (byte[]) row[2])));
    }

    /** Reads the credentials of profiles in one query, so that {@link #findCredentials} finds them without one each. */
    void readCredentials(Collection<Long> profiles) {
        entities.createQuery(
                        "select c from ProfileCredentials c where c.profileId in :profiles", ProfileCredentials.class)
                .setParameter("profiles", profiles)
                .getResultList();
    }

    /** Takes the protected package of a profile away, unless it is made from the package of that type. */
    void removeProtectedUnlessOf(long profileId, long typeId) {
        entities.createQuery("delete from ProtectedPackage q where q.profileId = :profile and q.profileTypeId <> :type")
                .setParameter("profile", profileId)
                .setParameter("type", typeId)
                .executeUpdate();
    }

    Optional<BoundPackage> findBound(long profileId) {
        return Optional.ofNullable(entities.find(BoundPackage.class, profileId));
    }

    /** The otPK.EUICC.ECKA to which a profile is bound, without loading the package. */
    public Optional<byte[]> findBoundOtpk(long profileId, String eid) {
        return entities
                .createQuery(
                        "select b.euiccOtpk from BoundPackage b where b.profileId = :profile and b.eid = :eid",
                        byte[].class)
                .setParameter("profile", profileId)
                .setParameter("eid", eid)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Profiles of a type in a state that have no protected package yet, the first in stock first. */
    List<Profile> findUnprotected(long typeId, ProfileState state, int limit) {
        return entities.createQuery(
                        "select p from Profile p where p.typeId = :type and p.state = :state and not exists "
                                + "(select 1 from ProtectedPackage q where q.profileId = p.id) order by p.id",
                        Profile.class)
                .setParameter("type", typeId)
                .setParameter("state", state)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many profiles of a type in a state have a protected package. */
    long countProtected(long typeId, ProfileState state) {
        return entities.createQuery(
                        "select count(p.id) from Profile p, ProtectedPackage q where q.profileId = p.id"
                                + " and p.typeId = :type and p.state = :state",
                        Long.class)
                .setParameter("type", typeId)
                .setParameter("state", state)
                .getSingleResult();
    }
}
