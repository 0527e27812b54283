package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mintline.keys.SealBrokenException;
import org.mintline.line.LineMessage;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.protection.OfflinePackages;

/** What happens to a chunk of a batch within one transaction: profiles are bound, and their packets are handed to the line. */
@Dependent
public class BatchChunk {
    static final int CHUNK = 100;

    private final BatchRepository batches;
    private final Selecting selecting;
    private final KnownProfileTypes types;
    private final OfflinePackages packages;
    private final LineOutbox outbox;
    private final BatchAudit audit;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public BatchChunk(
            BatchRepository batches,
            Selecting selecting,
            KnownProfileTypes types,
            OfflinePackages packages,
            LineOutbox outbox,
            BatchAudit audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.batches = batches;
        this.selecting = selecting;
        this.types = types;
        this.packages = packages;
        this.outbox = outbox;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Works the next lines of a batch off.
     *
     * @param room how many messages its line takes now, at least 1
     */
    void bind(Batch batch, int room) {
        ProfileType type = types.find(batch.profileTypeId());
        Selection selection = selecting.select(batch, type, next(batch, Math.min(room, CHUNK)));
        List<Selection.Failure> failures = new ArrayList<>(selection.failures());
        int before = batch.bound();
        bindAll(batch, type, selection.pairs(), failures);
        failures.forEach(failure -> batches.add(new BatchError(batch, failure)));
        int failed = (int)
                failures.stream().filter(failure -> failure.line().isPresent()).count();
        batch.advance(selection.lines(), failed, clock.instant());
        if (batch.bound() > before || !failures.isEmpty()) {
            audit.record(
                    batch,
                    BatchAudit.JOB,
                    "bindBatch",
                    (batch.bound() - before) + " profiles, up to number " + batch.bound() + ", " + failures.size()
                            + " errors");
        }
        selection.shortage().ifPresent(reason -> {
            batch.pause(reason);
            audit.record(batch, BatchAudit.JOB, "pauseBatch", reason);
        });
    }

    private List<OrderedProfile> next(Batch batch, int limit) {
        if (batch.isListed()) {
            return batches.targets(batch.id(), batch.linesDone(), limit).stream()
                    .map(BatchTarget::ordered)
                    .toList();
        }
        return IntStream.rangeClosed(1, Math.min(limit, batch.linesLeft()))
                .mapToObj(next -> new OrderedProfile(batch.linesDone() + next, Optional.empty(), Optional.empty()))
                .toList();
    }

    private void bindAll(Batch batch, ProfileType type, List<Selection.Pair> pairs, List<Selection.Failure> failures) {
        if (pairs.isEmpty()) {
            return;
        }
        OfflinePackages.Read read =
                packages.read(type, pairs.stream().map(Selection.Pair::profile).toList());
        List<LineMessage> messages = new ArrayList<>(pairs.size());
        for (Selection.Pair pair : pairs) {
            try {
                ProfilePackets packets = made(batch, type, pair, read);
                keep(batch, type, pair, packets);
                messages.add(BatchMessages.of(packets));
            } catch (PersonalisationException | DecodeException | SealBrokenException e) {
                failures.add(new Selection.Failure(
                        Optional.of(pair.line()),
                        Optional.of(pair.profile().iccid()),
                        Optional.empty(),
                        "the profile could not be bound: " + e.getMessage()));
            }
        }
        outbox.sendAll(batch.line(), messages);
    }

    private static ProfilePackets made(Batch batch, ProfileType type, Selection.Pair pair, OfflinePackages.Read read) {
        SuitableKeys.Suitable key = pair.key();
        StoreMetadataRequest metadata = type.metadata(new Iccid(pair.profile().iccid()));
        OfflineBinding.Target target =
                new OfflineBinding.Target(key.euicc().eid(), key.key().preloadedKey());
        List<CommandApdu> commands = read.bind(pair.profile(), metadata, target, key.serverKeys())
                .commands(0)
                .toList();
        return ProfilePackets.of(
                batch.batchId(),
                batch.bound() + 1,
                target.key().keyIdentifier(),
                ImageMetadata.of(metadata, Optional.of(target.eid()), Optional.of(commands.size())),
                commands);
    }

    private void keep(Batch batch, ProfileType type, Selection.Pair pair, ProfilePackets packets) {
        Instant now = clock.instant();
        Profile profile = pair.profile();
        profile.bindAhead(
                pair.key().euicc().eid().digits(),
                packets.keyIdentifier().text(),
                type,
                now.plus(policy.orderLifetime()),
                now);
        pair.key().key().claim(batch.id(), profile.id(), now);
        batches.add(new BatchItem(batch, packets, profile, pair.key().key(), now));
        batch.bound(packets.number());
    }
}
