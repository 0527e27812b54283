package org.mintline.support.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineMessageRefusedException;
import org.mintline.line.LineReceiver;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.support.BatchState;
import org.mintline.support.image.ImageMaking;
import org.mintline.support.packets.PacketsRepository;
import org.mintline.support.packets.ReceivedProfile;

/**
 * Takes batches in (PSS-4 to PSS-6), and has the image of a profile made in the transaction that keeps its packets. What comes twice changes nothing; what contradicts what is here already is refused. That a profile
 * came is told by its row, and by the batch's digest of digests in the end, not by an audit line each.
 */
@ApplicationScoped
public class BatchReceiver implements LineReceiver {
    private BatchRepository batches;
    private PacketsRepository profiles;
    private BatchCompletion completion;
    private ImageMaking images;
    private AuditTrail audit;
    private Clock clock;
    private Set<ServerRole> roles;

    /** For the container. */
    protected BatchReceiver() {}

    /** Over the given parts. */
    @Inject
    BatchReceiver(
            BatchRepository batches,
            PacketsRepository profiles,
            BatchCompletion completion,
            ImageMaking images,
            AuditTrail audit,
            Clock clock,
            MintlineConfiguration configuration) {
        this(batches, profiles, completion, images, audit, clock, configuration.roles());
    }

    /** Of the given parts. */
    public BatchReceiver(
            BatchRepository batches,
            PacketsRepository profiles,
            BatchCompletion completion,
            ImageMaking images,
            AuditTrail audit,
            Clock clock,
            Set<ServerRole> roles) {
        this.batches = batches;
        this.profiles = profiles;
        this.completion = completion;
        this.images = images;
        this.audit = audit;
        this.clock = clock;
        this.roles = roles;
    }

    @Override
    public Set<LineMessageKind> kinds() {
        return ServerRole.takeBatches(roles)
                ? EnumSet.of(
                        LineMessageKind.BATCH_ANNOUNCEMENT,
                        LineMessageKind.PROFILE_PACKETS,
                        LineMessageKind.BATCH_MANIFEST,
                        LineMessageKind.BATCH_CANCELLATION)
                : EnumSet.noneOf(LineMessageKind.class);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void receive(String line, LineMessage message) {
        try {
            byte[] content = message.content();
            switch (message.kind()) {
                case BATCH_ANNOUNCEMENT -> announced(line, BatchAnnouncement.decode(content));
                case PROFILE_PACKETS -> came(line, ProfilePackets.decode(content));
                case BATCH_MANIFEST -> ended(line, BatchManifest.decode(content));
                case BATCH_CANCELLATION -> cancelled(line, BatchCancellation.decode(content));
                default -> throw new DecodeException("kind", 0, message.kind() + " is not for the support server");
            }
        } catch (DecodeException e) {
            throw refused(line, "message:" + message.identifier(), e.getMessage());
        }
    }

    private void announced(String line, BatchAnnouncement announcement) {
        ReceivedBatch batch = batch(line, announcement.batch());
        if (batch.announced().isEmpty()) {
            batch.announce(announcement);
            record(
                    batch,
                    "announceBatch",
                    announcement.amount() + " profiles of " + announcement.operator() + ", type "
                            + announcement.profileType());
        }
    }

    private void came(String line, ProfilePackets packets) {
        byte[] digest = packets.digest();
        Optional<ReceivedProfile> there = profiles.find(packets.batch(), packets.number());
        if (there.isPresent()) {
            if (!MessageDigest.isEqual(there.get().digest(), digest)) {
                throw refused(
                        line,
                        subject(packets.batch()),
                        "another profile came before with the number " + packets.number());
            }
            return;
        }
        ReceivedBatch batch = batchToAddTo(line, packets.batch());
        if (batch.state() == BatchState.CANCELLED) {
            return;
        }
        if (batch.state() != BatchState.RECEIVING) {
            throw refused(line, subject(packets.batch()), "number " + packets.number() + " is not in the manifest");
        }
        if (packets.metadata()
                .numberOfPackets()
                .filter(number -> number != packets.packets().size())
                .isPresent()) {
            throw refused(line, subject(packets.batch()), "number " + packets.number() + " has not all its packets");
        }
        images.came(profiles.add(packets, digest, clock.instant()), packets);
    }

    private void ended(String line, BatchManifest manifest) {
        ReceivedBatch batch = batch(line, manifest.batch());
        if (batch.manifest().isPresent() && !batch.manifest().get().equals(manifest)) {
            throw refused(line, subject(manifest.batch()), "another manifest came before");
        }
        if (batch.manifest().isEmpty()) {
            batch.end(manifest);
            record(batch, "endBatch", manifest.amount() + " profiles");
            if (batch.state() == BatchState.RECEIVING) {
                completion.complete(batch);
            }
        }
    }

    private void cancelled(String line, BatchCancellation cancellation) {
        ReceivedBatch batch = batch(line, cancellation.batch());
        if (batch.state() != BatchState.CANCELLED) {
            batch.cancelled(clock.instant());
            record(batch, "cancelBatch", "what has not reached a device is purged");
        }
    }

    /** The batch of that identifier; its first message makes it, and its line is that of the first. */
    private ReceivedBatch batch(String line, BatchId id) {
        return ofLine(line, batches.lock(id).orElseGet(() -> begun(line, id)));
    }

    /** The same without a lock, so that the profiles of a batch come in side by side. */
    private ReceivedBatch batchToAddTo(String line, BatchId id) {
        return ofLine(line, batches.find(id).orElseGet(() -> begun(line, id)));
    }

    private ReceivedBatch ofLine(String line, ReceivedBatch batch) {
        if (!batch.line().equals(line)) {
            throw refused(line, subject(batch.batch()), "the batch comes on another line");
        }
        return batch;
    }

    private ReceivedBatch begun(String line, BatchId id) {
        ReceivedBatch batch = new ReceivedBatch(id, line, clock.instant());
        batches.add(batch);
        return batch;
    }

    private void record(ReceivedBatch batch, String action, String detail) {
        audit.record(new AuditEvent(
                Optional.empty(), "line:" + batch.line(), action, subject(batch.batch()), "done", detail));
    }

    private LineMessageRefusedException refused(String line, String subject, String sentence) {
        audit.recordRefusal(
                new AuditEvent(Optional.empty(), "line:" + line, "receiveMessage", subject, "refused", sentence));
        return new LineMessageRefusedException(sentence);
    }

    private static String subject(BatchId batch) {
        return "batch:" + batch;
    }
}
