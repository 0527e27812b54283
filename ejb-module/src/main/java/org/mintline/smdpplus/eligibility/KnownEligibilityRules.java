package org.mintline.smdpplus.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mintline.cache.RecentlyUsed;

/**
 * The rules of profile types as they were read within the last ten seconds, so that a change at any node is felt soon and a download
 * costs no query.
 */
@ApplicationScoped
public class KnownEligibilityRules {
    private static final int KEPT = 256;
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

    private final RecentlyUsed<Long, Known> kept = new RecentlyUsed<>(KEPT);

    private EligibilityRuleRepository repository;
    private Clock clock;

    /** For the container. */
    protected KnownEligibilityRules() {}

    /** Over the given rows. */
    @Inject
    public KnownEligibilityRules(EligibilityRuleRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    private record Known(RuleTable rules, Instant until) {}

    /** The rules of the type with that number. */
    public RuleTable of(long profileTypeId) {
        Instant now = clock.instant();
        return kept.find(profileTypeId)
                .filter(known -> now.isBefore(known.until()))
                .map(Known::rules)
                .orElseGet(() -> read(profileTypeId, now));
    }

    private RuleTable read(long profileTypeId, Instant now) {
        RuleTable rules = new RuleTable(repository.list(profileTypeId));
        kept.put(profileTypeId, new Known(rules, now.plus(TIME_TO_LIVE)));
        return rules;
    }
}
