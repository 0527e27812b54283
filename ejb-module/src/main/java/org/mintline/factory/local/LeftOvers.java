package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.LocalProfileEvent;

/** Ends what is left over when the time of a lot is over, and purges it (OFF-7); forgets old sessions. */
@Dependent
public class LeftOvers {
    private static final String ACTOR = "system:local-provisioning";
    private static final int AT_ONCE = 200;

    private final LocalRepository profiles;
    private final FpaSessions sessions;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public LeftOvers(LocalRepository profiles, FpaSessions sessions, LocalAudit audit, Clock clock) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lots whose time is over and that have something left. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> lots() {
        sessions.purge();
        return profiles.lotsThatAreOver(clock.instant());
    }

    /** Purges some of a lot; returns how many packages. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int purge(String lot) {
        List<LocalProfile> left = profiles.lockInPlay(lot, AT_ONCE);
        left.forEach(profile -> {
            profile.happened(LocalProfileEvent.EXPIRE, Optional.of("the time of the lot is over"), clock.instant());
            profiles.deletePackets(profile.id());
        });
        if (!left.isEmpty()) {
            audit.done(ACTOR, "purgePackets", "lot:" + lot, left.size() + " packages, the time of the lot is over");
        }
        return left.size();
    }
}
