package org.mintline.support.packets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.support.DeliveryEvent;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore;

/** The profiles that came in batches, over the database. */
@Stateless
public class PacketStoreBean implements PacketStore {
    private static final int BATCHES_AT_ONCE = 100;
    private static final int LONGEST_CONSUMER = 100;

    /** Where each event of a device leads: a repetition finds the profile there already. */
    private static final Map<DeliveryEvent, Set<DeliveryState>> THERE_ALREADY = Map.of(
            DeliveryEvent.HAND_OUT, EnumSet.of(DeliveryState.SENT),
            DeliveryEvent.INSTALL, EnumSet.of(DeliveryState.INSTALLED),
            DeliveryEvent.FAIL, EnumSet.of(DeliveryState.FAILED));

    private PacketsRepository profiles;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected PacketStoreBean() {}

    /** Of the given parts. */
    @Inject
    public PacketStoreBean(PacketsRepository profiles, AuditTrail audit, Clock clock) {
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<StoredProfile> list(Filter filter, OptionalLong after, int limit) {
        List<ReceivedProfile> rows = profiles.list(filter, after, PageLimit.require(limit) + 1);
        List<StoredProfile> items =
                rows.stream().limit(limit).map(ReceivedProfile::toStoredProfile).toList();
        return new Page<>(
                items,
                rows.size() > limit ? OptionalLong.of(items.get(limit - 1).id()) : OptionalLong.empty());
    }

    @Override
    public LotPage listLot(String lot, Optional<String> notFetchedBy, Optional<LotPosition> after, int limit) {
        PageLimit.require(limit);
        List<StoredProfile> found = new ArrayList<>();
        Optional<LotPosition> position = after;
        List<String> batches;
        do {
            String from = position.map(place -> place.batch().toString()).orElse("");
            batches = profiles.wholeBatches(lot, from, BATCHES_AT_ONCE);
            for (String batch : batches) {
                int behind = position.filter(place -> place.batch().toString().equals(batch))
                        .map(LotPosition::number)
                        .orElse(0);
                profiles.listBatch(batch, behind, notFetchedBy, limit - found.size() + 1).stream()
                        .map(ReceivedProfile::toStoredProfile)
                        .forEach(found::add);
                if (found.size() > limit) {
                    return page(found.subList(0, limit));
                }
                position = Optional.of(new LotPosition(BatchId.of(batch), Integer.MAX_VALUE));
            }
        } while (batches.size() == BATCHES_AT_ONCE);
        return new LotPage(List.copyOf(found), Optional.empty());
    }

    private static LotPage page(List<StoredProfile> profiles) {
        StoredProfile last = profiles.get(profiles.size() - 1);
        return new LotPage(List.copyOf(profiles), Optional.of(new LotPosition(last.batch(), last.number())));
    }

    @Override
    public Optional<StoredProfile> find(long id) {
        return profiles.find(id).map(ReceivedProfile::toStoredProfile);
    }

    @Override
    public Optional<StoredProfile> find(BatchId batch, int number) {
        return profiles.find(batch, number).map(ReceivedProfile::toStoredProfile);
    }

    @Override
    public Optional<ProfilePackets> packets(long id) {
        return profiles.packets(id);
    }

    @Override
    public void markFetched(String consumer, List<Long> fetched) {
        if (consumer.isBlank() || consumer.length() > LONGEST_CONSUMER || fetched.size() > MAXIMUM_PAGE) {
            throw new IllegalArgumentException(
                    "a consumer has 1 to 100 characters, and fetches at most " + MAXIMUM_PAGE + " profiles at once");
        }
        fetched.forEach(profile -> profiles.markFetched(consumer, profile, clock.instant()));
        audit.record(new AuditEvent(
                Optional.empty(),
                "system:support",
                "fetchPackets",
                "consumer:" + consumer,
                "done",
                fetched.size() + " profiles"));
    }

    @Override
    public boolean happened(long id, DeliveryEvent event, String actor) {
        if (!THERE_ALREADY.containsKey(event)) {
            throw new IllegalArgumentException(event + " is not told from outside");
        }
        ReceivedProfile profile = profiles.lock(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no profile with the number " + id));
        if (THERE_ALREADY.get(event).contains(profile.state())) {
            return false;
        }
        DeliveryState before = profile.state();
        profile.happened(event, clock.instant());
        StoredProfile now = profile.toStoredProfile();
        audit.record(new AuditEvent(
                Optional.empty(),
                actor,
                "deliverProfile",
                "profile:" + now.iccid(),
                "done",
                before + " to " + now.state() + ", EID " + now.eid() + ", batch " + now.batch()));
        return true;
    }
}
