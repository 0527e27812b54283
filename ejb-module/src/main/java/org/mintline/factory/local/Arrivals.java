package org.mintline.factory.local;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.Aggregation.LotView;
import org.mintline.factory.Aggregation.Receipt;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.tlv.DecodeException;

/** Takes packages into the database, a page in one transaction. A package that came before changes nothing. */
@Dependent
public class Arrivals {
    private static final String ACTOR = "system:local-provisioning";
    private static final String ACTION = "downloadPackets";

    private final LocalRepository profiles;
    private final LocalAudit audit;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public Arrivals(LocalRepository profiles, LocalAudit audit, Clock clock) {
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lots that are downloaded, by name. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> lots() {
        return profiles.lots().stream().map(LocalLot::name).toList();
    }

    /** The aggregator offers a lot. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void offered(LotView lot) {
        profiles.lot(lot.name()).orElseThrow().asked(lot.expiresAt(), clock.instant());
    }

    /** The aggregator was asked for a lot in vain. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(String lot, String problem) {
        profiles.lot(lot).orElseThrow().failed(problem, clock.instant());
    }

    /** Keeps a page of packages; what cannot be kept has an audit line. Returns how many are new. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int keep(String lot, List<byte[]> packages) {
        int kept = 0;
        for (byte[] encoded : packages) {
            kept += keep(lot, encoded) ? 1 : 0;
        }
        if (kept > 0) {
            audit.done(ACTOR, ACTION, "lot:" + lot, kept + " packages");
        }
        return kept;
    }

    private boolean keep(String lot, byte[] encoded) {
        ProfilePackets packets;
        try {
            packets = ProfilePackets.decode(encoded);
        } catch (DecodeException e) {
            return refused("lot:" + lot, e.getMessage());
        }
        String subject = "profile:" + packets.metadata().iccid();
        Optional<LocalProfile> there = profiles.find(packets.batch(), packets.number());
        if (there.isPresent()) {
            return !there.get().isOf(packets.digest())
                    && refused(subject, "another package came before with that number of its batch");
        }
        if (profiles.findByKey(packets.keyIdentifier().text()).isPresent()) {
            return refused(subject, "a package that is bound to the same key came before");
        }
        profiles.add(lot, packets, clock.instant());
        return true;
    }

    /** Receipts for packages that the aggregator was not told of. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Unacknowledged unacknowledged(String lot, long after, int limit) {
        List<LocalProfile> found = profiles.unacknowledged(lot, after, limit);
        return new Unacknowledged(
                found.stream().map(LocalProfile::id).toList(),
                found.stream()
                        .map(one -> new Receipt(one.batch(), one.number(), one.digest()))
                        .toList());
    }

    /**
     * Packages that the aggregator was not told of.
     *
     * @param ids their numbers here
     * @param receipts in the same order
     */
    public record Unacknowledged(List<Long> ids, List<Receipt> receipts) {}

    /** The aggregator knows that these are here, but for some. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void acknowledged(List<Long> ids, List<String> refusals) {
        ids.forEach(id -> profiles.find(id).orElseThrow().acknowledged());
        refusals.forEach(refusal -> refused("aggregator:receipts", refusal));
    }

    private boolean refused(String subject, String reason) {
        audit.refused(ACTOR, ACTION, subject, reason);
        return false;
    }

    /** The receipts of a list that were not refused. */
    static List<Long> without(List<Long> ids, List<Integer> refused) {
        List<Long> left = new ArrayList<>();
        for (int index = 0; index < ids.size(); index++) {
            if (!refused.contains(index)) {
                left.add(ids.get(index));
            }
        }
        return left;
    }
}
