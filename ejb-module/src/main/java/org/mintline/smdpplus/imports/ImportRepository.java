package org.mintline.smdpplus.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mintline.smdpplus.ProfileImports.State;
import org.mintline.tenancy.OperatorId;

/** The rows of imports, of the parts of their files and of their bad lines. */
@ApplicationScoped
public class ImportRepository {
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected ImportRepository() {}

    /** Over an entity manager of the caller's. */
    public ImportRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(ProfileImport profileImport) {
        entities.persist(profileImport);
    }

    void add(ProfileImportPart part) {
        entities.persist(part);
    }

    /** Writes down why lines were refused, by their numbers. */
    void addErrors(long importId, Map<Long, String> reasons) {
        reasons.forEach((line, reason) ->
                entities.persist(new ProfileImportError(new ProfileImportError.Key(importId, line), reason)));
    }

    Optional<ProfileImport> find(long id) {
        return Optional.ofNullable(entities.find(ProfileImport.class, id));
    }

    Optional<ProfileImportPart> findPart(long importId, int partNumber) {
        return Optional.ofNullable(
                entities.find(ProfileImportPart.class, new ProfileImportPart.Key(importId, partNumber)));
    }

    /** Locks the first import that nobody works on; others do not wait for it. */
    Optional<ProfileImport> findWork(Instant now) {
        return entities
                .createQuery(
                        "select i from ProfileImport i where i.state = :waiting"
                                + " or i.state = :running and i.leaseUntil < :now order by i.id",
                        ProfileImport.class)
                .setParameter("waiting", State.WAITING)
                .setParameter("running", State.RUNNING)
                .setParameter("now", now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Which of these ICCIDs are in stock already. */
    Set<String> findInStock(Collection<String> iccids) {
        return Set.copyOf(entities.createQuery("select p.iccid from Profile p where p.iccid in :iccids", String.class)
                .setParameter("iccids", iccids)
                .getResultList());
    }

    void deleteParts(long importId) {
        entities.createQuery("delete from ProfileImportPart p where p.key.profileImportId = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    void delete(long importId) {
        deleteParts(importId);
        find(importId).ifPresent(entities::remove);
    }

    List<ProfileImport> list(Optional<OperatorId> operator, OptionalLong before, int limit) {
        return entities.createQuery(
                        "select i from ProfileImport i where i.id < :before"
                                + (operator.isPresent()
                                        ? " and i.operatorId = "
                                                + operator.get().value()
                                        : "")
                                + " order by i.id desc",
                        ProfileImport.class)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultList();
    }

    List<ProfileImportError> errors(long importId, long afterLine, int limit) {
        return entities.createQuery(
                        "select e from ProfileImportError e where e.key.profileImportId = :import"
                                + " and e.key.lineNumber > :after order by e.key.lineNumber",
                        ProfileImportError.class)
                .setParameter("import", importId)
                .setParameter("after", afterLine)
                .setMaxResults(limit)
                .getResultList();
    }
}
