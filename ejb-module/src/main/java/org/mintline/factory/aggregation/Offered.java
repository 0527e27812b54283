package org.mintline.factory.aggregation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryPartners.Lot;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.support.ReceivedBatches;

/** What is a local provisioning server's: its lots, and the batches that were announced for them. */
@Dependent
public class Offered {
    private final ReceivedBatches batches;
    private final AuditTrail audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public Offered(ReceivedBatches batches, AuditTrail audit, Clock clock) {
        this.batches = batches;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The lot of that name.
     *
     * @throws FactoryException if it is none of the server's
     */
    Lot lot(Partner server, String name) {
        return server.lots().stream()
                .filter(lot -> lot.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        refused(server, name, FactoryException.Reason.UNKNOWN, "the lot is none of this server's"));
    }

    /**
     * The lot of that name, whose time is not over.
     *
     * @throws FactoryException if it is none of the server's, or its time is over
     */
    Lot open(Partner server, String name) {
        Lot lot = lot(server, name);
        if (isOver(lot)) {
            throw refused(server, name, FactoryException.Reason.NOT_NOW, "the time of the lot is over");
        }
        return lot;
    }

    boolean isOver(Lot lot) {
        return lot.expiresAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
    }

    /** On which line a batch came, if it is for a lot of the server's. */
    Optional<String> line(Partner server, BatchId batch) {
        Set<String> own = server.lots().stream().map(Lot::name).collect(Collectors.toSet());
        return batches.find(batch)
                .map(ReceivedBatches.Progress::batch)
                .filter(one -> one.announced()
                        .flatMap(ReceivedBatches.Announced::lot)
                        .filter(own::contains)
                        .isPresent())
                .map(ReceivedBatches.Batch::line);
    }

    private FactoryException refused(Partner server, String lot, FactoryException.Reason reason, String sentence) {
        audit.recordRefusal(
                new AuditEvent(Optional.empty(), actor(server), "fetchPackets", "lot:" + lot, "refused", sentence));
        return new FactoryException(reason, sentence);
    }

    static String actor(Partner server) {
        return "aggregation:" + server.name();
    }
}
