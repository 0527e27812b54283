package org.mintline.smdpplus.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mintline.cache.RecentlyRead;

/**
 * The rules of profile types as they were read within the last ten seconds, so that a change at any node is felt soon and a download
 * costs no query.
 */
@ApplicationScoped
public class KnownEligibilityRules {
    private static final int KEPT = 256;

    private EligibilityRuleRepository repository;
    private RecentlyRead<Long, RuleTable> kept;

    /** For the container. */
    protected KnownEligibilityRules() {}

    /** Over the given rows. */
    @Inject
    public KnownEligibilityRules(EligibilityRuleRepository repository, Clock clock) {
        this.repository = repository;
        this.kept = new RecentlyRead<>(KEPT, clock);
    }

    /** The rules of the type with that number. */
    public RuleTable of(long profileTypeId) {
        return kept.require(profileTypeId, type -> new RuleTable(repository.list(type)));
    }
}
