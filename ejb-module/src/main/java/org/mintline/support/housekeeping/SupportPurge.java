package org.mintline.support.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.PurgeRules.Rule;
import org.mintline.support.batch.BatchRepository;
import org.mintline.support.image.ImageRepository;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.support.packets.ReceivedProfile;

/** Deletes the contents of profiles by rule, and of those that a cancelled batch had not brought to a device, in chunks of one transaction. */
@ApplicationScoped
public class SupportPurge {
    static final int CHUNK = 200;

    private static final Set<DeliveryState> NOT_AT_A_DEVICE =
            Collections.unmodifiableSet(EnumSet.of(DeliveryState.RECEIVED, DeliveryState.IMAGED));

    private static final Map<DeliveryState, Rule> RULES = Map.of(
            DeliveryState.INSTALLED, Rule.INSTALLED,
            DeliveryState.FAILED, Rule.FAILED,
            DeliveryState.RECEIVED, Rule.UNUSED,
            DeliveryState.IMAGED, Rule.UNUSED,
            DeliveryState.SENT, Rule.UNUSED);

    private PacketsRepository profiles;
    private ImageRepository images;
    private BatchRepository batches;
    private PurgeRuleRepository rules;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected SupportPurge() {}

    /** Of the given parts. */
    @Inject
    public SupportPurge(
            PacketsRepository profiles,
            ImageRepository images,
            BatchRepository batches,
            PurgeRuleRepository rules,
            AuditTrail audit,
            Clock clock) {
        this.profiles = profiles;
        this.images = images;
        this.batches = batches;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Purges a chunk of a cancelled batch.
     *
     * @return how many profiles
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int purgeCancelled() {
        List<BatchId> cancelled = batches.cancelledWith(NOT_AT_A_DEVICE, 1);
        return cancelled.isEmpty()
                ? 0
                : purge(
                        profiles.lockOfBatch(cancelled.get(0), NOT_AT_A_DEVICE, CHUNK),
                        "its batch was cancelled, batch " + cancelled.get(0));
    }

    /**
     * Purges a chunk of the profiles in a state that have been there for as long as the rule says.
     *
     * @return how many profiles
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int purgeByRule(DeliveryState state) {
        Rule rule = RULES.get(state);
        if (rule == null) {
            return 0;
        }
        int days = rules.days(rule);
        Instant before = clock.instant().minus(Duration.ofDays(days));
        return purge(profiles.lockUntouched(state, before, CHUNK), "rule " + rule + ", " + days + " days");
    }

    private int purge(List<ReceivedProfile> chunk, String why) {
        for (ReceivedProfile profile : chunk) {
            images.deleteContent(profile.id());
            profiles.deleteContents(profile);
            if (profile.state() != DeliveryState.INSTALLED) {
                profile.happened(DeliveryEvent.PURGE, clock.instant());
            }
        }
        if (!chunk.isEmpty()) {
            audit.record(new AuditEvent(
                    Optional.empty(),
                    "system:support",
                    "purgeProfiles",
                    "profile:" + chunk.get(0).iccid(),
                    "done",
                    chunk.size() + " profiles from this one on: " + why));
        }
        return chunk.size();
    }
}
