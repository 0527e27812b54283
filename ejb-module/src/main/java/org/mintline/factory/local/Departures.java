package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mintline.factory.Aggregation;
import org.mintline.factory.LocalStock;

/** The reports that leave, in transactions of their own. */
@Dependent
public class Departures {
    private static final String ACTOR = "system:local-provisioning";

    private final LocalReports reports;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public Departures(LocalReports reports, LocalAudit audit, Clock clock) {
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A report that waits.
     *
     * @param id its number here
     * @param content encoded
     */
    public record Waiting(long id, byte[] content) {}

    /** The oldest reports of devices that wait. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Waiting> waitingReports() {
        return waiting(LocalStock.ReportKind.DEVICE);
    }

    /** The oldest proofs of deleted keys that wait. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Waiting> waitingProofs() {
        return waiting(LocalStock.ReportKind.DELETED_KEYS);
    }

    private List<Waiting> waiting(LocalStock.ReportKind kind) {
        return reports.waiting(kind, Aggregation.MAXIMUM_PAGE).stream()
                .map(report -> new Waiting(report.id(), report.content()))
                .toList();
    }

    /**
     * The aggregator answered.
     *
     * @param ids what it was given
     * @param refusals what it did not take, by the number here, with the reason
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void carried(List<Long> ids, Map<Long, String> refusals) {
        for (long id : ids) {
            LocalReport report = reports.find(id).orElseThrow();
            String refusal = refusals.get(id);
            if (refusal == null) {
                report.carried(clock.instant());
            } else {
                report.refused(refusal, clock.instant());
                audit.refused(ACTOR, "carryReport", "euicc:" + report.eid(), refusal);
            }
        }
        audit.done(ACTOR, "carryReport", "aggregator:reports", (ids.size() - refusals.size()) + " reports");
    }
}
