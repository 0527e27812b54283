package org.mintline.factory.local;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
import org.mintline.factory.LocalProfileState;
import org.mintline.factory.LocalStock;

/** What is here, over the database. */
@Stateless
public class LocalStockBean implements LocalStock {
    private static final int LONGEST_LOT = 255;

    private LocalRepository repository;
    private LocalReports outgoing;
    private LocalAudit audit;
    private Clock clock;

    /** For the container. */
    protected LocalStockBean() {}

    /** Of the given parts. */
    @Inject
    public LocalStockBean(LocalRepository repository, LocalReports outgoing, LocalAudit audit, Clock clock) {
        this.repository = repository;
        this.outgoing = outgoing;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void request(String lot, String actor) {
        if (lot.isBlank() || lot.length() > LONGEST_LOT) {
            throw new FactoryException(Reason.MALFORMED, "a lot has a name of 1 to " + LONGEST_LOT + " characters");
        }
        if (repository.lot(lot).isEmpty()) {
            repository.add(new LocalLot(lot, clock.instant()));
            audit.done(actor, "requestLot", "lot:" + lot, "is downloaded from now on");
        }
    }

    @Override
    public List<Lot> lots() {
        Map<String, Map<LocalProfileState, Long>> counts = repository.countByLotAndState();
        return repository.lots().stream()
                .map(lot -> lot.toView(counts.getOrDefault(lot.name(), Map.of())))
                .toList();
    }

    @Override
    public Optional<Lot> find(String lot) {
        return repository.lot(lot).map(found -> found.toView(repository.countByState(lot)));
    }

    @Override
    public List<Profile> profiles(Filter filter, OptionalLong after, int limit) {
        checkPage(limit);
        return repository.list(filter, after, limit).stream()
                .map(LocalProfile::toView)
                .toList();
    }

    private static void checkPage(int limit) {
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new FactoryException(Reason.MALFORMED, "a page has 1 to " + MAXIMUM_PAGE + " lines");
        }
    }

    @Override
    public Reports reports() {
        return outgoing.count();
    }

    @Override
    public List<RefusedReport> refusedReports(OptionalLong before, int limit) {
        checkPage(limit);
        return outgoing.refused(before, limit).stream()
                .map(LocalReport::toRefused)
                .toList();
    }
}
