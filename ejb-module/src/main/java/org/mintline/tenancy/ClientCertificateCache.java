package org.mintline.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.mintline.cache.RecentlyUsed;

/**
 * Remembers for ten seconds whom a client certificate names, so that a busy operator costs no query a call, and a revocation
 * at any node is felt soon. Certificates that name nobody are not remembered.
 */
@ApplicationScoped
class ClientCertificateCache {
    private static final int MOST = 1_000;
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private final RecentlyUsed<String, KnownOperator> entries = new RecentlyUsed<>(MOST);

    private Clock clock;

    /** For the container. */
    protected ClientCertificateCache() {}

    @Inject
    ClientCertificateCache(Clock clock) {
        this.clock = clock;
    }

    Optional<Operator> get(String fingerprint, Function<String, Optional<Operator>> load) {
        Instant now = clock.instant();
        Optional<KnownOperator> known = entries.find(fingerprint).filter(entry -> now.isBefore(entry.until()));
        if (known.isPresent()) {
            return known.map(KnownOperator::operator);
        }
        Optional<Operator> loaded = load.apply(fingerprint);
        loaded.ifPresentOrElse(
                operator -> entries.put(fingerprint, new KnownOperator(operator, now.plus(TIME_TO_LIVE))),
                () -> entries.remove(fingerprint));
        return loaded;
    }

    void clear() {
        entries.clear();
    }

    private record KnownOperator(Operator operator, Instant until) {}
}
