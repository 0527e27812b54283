package org.mintline.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers for ten seconds whom a client certificate names, so that a busy operator costs no query a call, and a revocation
 * at any node is felt soon. Certificates that name nobody are not remembered.
 */
@ApplicationScoped
class ClientCertificateCache {
    private static final int MOST = 1_000;
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private final Map<String, KnownOperator> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KnownOperator> eldest) {
            return size() > MOST;
        }
    };

    private Clock clock;

    /** For the container. */
    protected ClientCertificateCache() {}

    @Inject
    ClientCertificateCache(Clock clock) {
        this.clock = clock;
    }

    Optional<Operator> get(String fingerprint, Function<String, Optional<Operator>> load) {
        Instant now = clock.instant();
        synchronized (entries) {
            KnownOperator entry = entries.get(fingerprint);
            if (entry != null && now.isBefore(entry.until())) {
                return Optional.of(entry.operator());
            }
        }
        Optional<Operator> loaded = load.apply(fingerprint);
        synchronized (entries) {
            loaded.ifPresentOrElse(
                    operator -> entries.put(fingerprint, new KnownOperator(operator, now.plus(TIME_TO_LIVE))),
                    () -> entries.remove(fingerprint));
        }
        return loaded;
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    private record KnownOperator(Operator operator, Instant until) {}
}
