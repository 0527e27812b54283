package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.factory.LocalStock;
import org.mintline.rsp.crypto.Cryptography;

/** What goes to the aggregator: kept in the transaction of what it tells of, carried later. */
@Dependent
public class LocalReports {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected LocalReports() {}

    /** Over an entity manager of the caller's. */
    public LocalReports(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Keeps a report.
     *
     * @param evidence what it goes back to: a report of the same evidence is kept once
     * @return whether it is new
     */
    boolean add(LocalStock.ReportKind kind, byte[] evidence, String eid, byte[] content, Instant now) {
        String digest = HexFormat.of().formatHex(Cryptography.sha256(evidence));
        boolean isNew = entities.createQuery("select count(r) from LocalReport r where r.digest = :digest", Long.class)
                        .setParameter("digest", digest)
                        .getSingleResult()
                == 0;
        if (isNew) {
            entities.persist(new LocalReport(kind, digest, eid, content, now));
        }
        return isNew;
    }

    /** The oldest that wait. */
    List<LocalReport> waiting(LocalStock.ReportKind kind, int limit) {
        return entities.createQuery(
                        "select r from LocalReport r where r.state = :waiting and r.kind = :kind order by r.id",
                        LocalReport.class)
                .setParameter("waiting", LocalReport.State.WAITING)
                .setParameter("kind", kind)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those that the aggregator did not take, the latest first. */
    List<LocalReport> refused(OptionalLong before, int limit) {
        return entities.createQuery(
                        "select r from LocalReport r where r.state = :refused and r.id < :before order by r.id desc",
                        LocalReport.class)
                .setParameter("refused", LocalReport.State.REFUSED)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<LocalReport> find(long id) {
        return Optional.ofNullable(entities.find(LocalReport.class, id));
    }

    LocalStock.Reports count() {
        return new LocalStock.Reports(count(LocalReport.State.WAITING), count(LocalReport.State.REFUSED));
    }

    private long count(LocalReport.State state) {
        return entities.createQuery("select count(r) from LocalReport r where r.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }
}
