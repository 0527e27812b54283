package org.mintline.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.mintline.cache.RecentlyRead;

/**
 * Remembers operators by number and by client certificate for a short while. A change at this node is felt when it is committed, one
 * at another node within ten seconds.
 */
@ApplicationScoped
class OperatorCache {
    private static final int MOST = 1_000;

    private RecentlyRead<String, Operator> byCertificate;
    private RecentlyRead<OperatorId, Operator> byNumber;

    /** For the container. */
    protected OperatorCache() {}

    @Inject
    OperatorCache(Clock clock) {
        byCertificate = new RecentlyRead<>(MOST, clock);
        byNumber = new RecentlyRead<>(MOST, clock);
    }

    Optional<Operator> byCertificate(String fingerprint, Function<String, Optional<Operator>> reader) {
        return byCertificate.get(fingerprint, reader);
    }

    Optional<Operator> byNumber(OperatorId number, Function<OperatorId, Optional<Operator>> reader) {
        return byNumber.get(number, reader);
    }

    void clear() {
        byCertificate.clear();
        byNumber.clear();
    }

    /** Once more after the commit, since others may have read meanwhile what was then still so. */
    void clearAfter(@Observes(during = TransactionPhase.AFTER_SUCCESS) OperatorChanged change) {
        clear();
    }
}
