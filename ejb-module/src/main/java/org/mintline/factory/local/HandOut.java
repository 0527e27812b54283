package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.factory.LocalProfileEvent;
import org.mintline.factory.LocalProvisioning.Next;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.factory.DeleteUnusedKeysRequest;

/**
 * Says what an assistant does next with its eUICC. Keys are deleted when no package is left for it: one whose installation may be tried again keeps
 * its key.
 */
@Dependent
public class HandOut {
    private static final String ACTION = "handOutPackets";

    private final LocalRepository profiles;
    private final LocalPolicy policy;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public HandOut(LocalRepository profiles, LocalPolicy policy, LocalAudit audit, Clock clock) {
        this.profiles = profiles;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** The next package of the eUICC that was not handed out in this session yet; after the last, what else there is to do. */
    Optional<Next> next(Partner assistant, FpaSession session) {
        long last = session.lastProfile();
        for (Optional<LocalProfile> found = profiles.lockNext(session.eid(), last);
                found.isPresent();
                found = profiles.lockNext(session.eid(), last)) {
            LocalProfile profile = found.get();
            last = profile.id();
            session.handedOut(last);
            Optional<ProfilePackets> packets = usable(assistant, profile);
            if (packets.isPresent()) {
                return Optional.of(new Next.Install(packets.get()));
            }
        }
        return policy.deleteUnusedKeys() && !session.isKeysDeleted() && !profiles.isInPlay(session.eid())
                ? Optional.of(new Next.DeleteUnusedKeys(new DeleteUnusedKeysRequest()))
                : Optional.empty();
    }

    private Optional<ProfilePackets> usable(Partner assistant, LocalProfile profile) {
        Instant now = clock.instant();
        if (profiles.lot(profile.lot()).orElseThrow().isOver(now)) {
            return leftOut(assistant, profile, LocalProfileEvent.EXPIRE, "the time of the lot is over");
        }
        Optional<byte[]> content = profiles.packets(profile.id());
        if (content.isEmpty() || !profile.isOf(Cryptography.sha256(content.get()))) {
            return leftOut(assistant, profile, LocalProfileEvent.REFUSE, "the packets here are not those that came");
        }
        profile.happened(LocalProfileEvent.HAND_OUT, Optional.empty(), now);
        audit.done(
                assistant,
                ACTION,
                "profile:" + profile.iccid(),
                "EID " + profile.eid() + ", batch " + profile.batch() + "/" + profile.number());
        return Optional.of(ProfilePackets.decode(content.get()));
    }

    private Optional<ProfilePackets> leftOut(
            Partner assistant, LocalProfile profile, LocalProfileEvent event, String reason) {
        profile.happened(event, Optional.of(reason), clock.instant());
        profiles.deletePackets(profile.id());
        audit.refused(LocalAudit.actor(assistant), ACTION, "profile:" + profile.iccid(), reason);
        return Optional.empty();
    }
}
