package org.mintline.factory.local;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryException.Reason;
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
        return repository.lots().stream()
                .map(lot -> lot.toView(repository.countByState(lot.name())))
                .toList();
    }

    @Override
    public List<Profile> profiles(Optional<String> eid, OptionalLong after, int limit) {
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new FactoryException(Reason.MALFORMED, "a page has 1 to " + MAXIMUM_PAGE + " lines");
        }
        return repository.list(eid, after, limit).stream()
                .map(LocalProfile::toView)
                .toList();
    }

    @Override
    public Reports reports() {
        return outgoing.count();
    }
}
