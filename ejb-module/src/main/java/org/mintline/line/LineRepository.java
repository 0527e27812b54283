package org.mintline.line;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;

/** The rows of lines: what waits, and who sends it. */
@Dependent
class LineRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected LineRepository() {}

    LineRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(LineMessageEntity message) {
        entities.persist(message);
    }

    void add(LineStateEntity state) {
        entities.persist(state);
    }

    Optional<LineStateEntity> state(String line) {
        return Optional.ofNullable(entities.find(LineStateEntity.class, line));
    }

    /** The state for a change: one transaction at a time has it. */
    LineStateEntity lockState(String line) {
        return entities.find(LineStateEntity.class, line, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the identifiers whose messages wait already. What the same transaction added is not looked at, so that it stays a batch. */
    Set<String> waiting(String line, List<String> identifiers) {
        return new HashSet<>(entities.createQuery(
                        "select m.identifier from LineMessageEntity m where m.line = :line"
                                + " and m.identifier in :identifiers",
                        String.class)
                .setParameter("line", line)
                .setParameter("identifiers", identifiers)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList());
    }

    LineBacklog backlog(String line) {
        Object[] sums = entities.createQuery(
                        "select count(m.id), coalesce(sum(m.length), 0) from LineMessageEntity m where m.line = :line",
                        Object[].class)
                .setParameter("line", line)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return new LineBacklog(((Number) sums[0]).longValue(), ((Number) sums[1]).longValue());
    }

    /** The first messages of a line: at most so many, and of so many bytes unless the first alone is longer. */
    List<LineMessageEntity> first(String line, int most, long mostBytes) {
        List<Object[]> rows = entities.createQuery(
                        "select m.id, m.length from LineMessageEntity m where m.line = :line order by m.id",
                        Object[].class)
                .setParameter("line", line)
                .setMaxResults(most)
                .getResultList();
        List<Long> ids = new ArrayList<>();
        long bytes = 0;
        for (Object[] row : rows) {
            bytes += ((Number) row[1]).longValue();
            if (bytes > mostBytes && !ids.isEmpty()) {
                break;
            }
            ids.add((Long) row[0]);
        }
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select m from LineMessageEntity m where m.id in :ids order by m.id",
                                LineMessageEntity.class)
                        .setParameter("ids", ids)
                        .setHint(HibernateHints.HINT_READ_ONLY, true)
                        .getResultList();
    }

    void delete(Collection<Long> ids) {
        entities.createQuery("delete from LineMessageEntity m where m.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    int deleteBehind(String line, long id, String identifierPrefix) {
        return entities.createQuery("delete from LineMessageEntity m where m.line = :line and m.id > :id"
                        + " and m.identifier like :pattern escape '!'")
                .setParameter("line", line)
                .setParameter("id", id)
                .setParameter("pattern", identifierPrefix.replaceAll("([!%_])", "!$1") + "%")
                .executeUpdate();
    }
}
