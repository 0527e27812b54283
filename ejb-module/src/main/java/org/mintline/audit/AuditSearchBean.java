package org.mintline.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.tenancy.OperatorId;

/** Search over the indexes of {@code audit_line}, each of which ends in time and number. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditSearchBean implements AuditSearch {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected AuditSearchBean() {}

    AuditSearchBean(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<AuditLine> find(Query query, Optional<AuditLine> after, int most) {
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1,000 lines");
        }
        Conditions conditions = new Conditions();
        query.operator()
                .map(OperatorId::value)
                .ifPresent(value -> conditions.add("l.operatorId = :operator", "operator", value));
        query.actor().ifPresent(value -> conditions.add("l.actor = :actor", "actor", value));
        query.action().ifPresent(value -> conditions.add("l.action = :action", "action", value));
        query.subject().ifPresent(value -> conditions.add("l.subject = :subject", "subject", value));
        query.from().ifPresent(value -> conditions.add("l.occurredAt >= :from", "from", value));
        query.until().ifPresent(value -> conditions.add("l.occurredAt < :until", "until", value));
        after.ifPresent(line -> {
            conditions.add("l.occurredAt <= :time", "time", line.occurredAt());
            conditions.add("(l.occurredAt < :time or l.id < :number)", "number", line.number());
        });
        return conditions.query(entities).setMaxResults(most).getResultList().stream()
                .map(row -> ((AuditLineEntity) row[0]).toLine((Long) row[1]))
                .toList();
    }

    private static final class Conditions {
        private final StringBuilder where = new StringBuilder();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        void add(String condition, String parameter, Object value) {
            where.append(where.isEmpty() ? " where " : " and ").append(condition);
            parameters.put(parameter, value);
        }

        TypedQuery<Object[]> query(EntityManager entities) {
            TypedQuery<Object[]> query = entities.createQuery(
                    "select l, s.sealNumber from AuditLineEntity l left join AuditSealEntity s on s.auditLineId = l.id"
                            + where + " order by l.occurredAt desc, l.id desc",
                    Object[].class);
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
