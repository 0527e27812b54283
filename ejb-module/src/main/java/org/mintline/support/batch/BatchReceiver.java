package org.mintline.support.batch;

import jakarta.ejb.ApplicationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
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

/**
 * Takes batches in (PSS-4 to PSS-6), and has the image of a profile made in the transaction that keeps its packets. What comes twice changes nothing; what contradicts what is here already is refused. That a profile
 * came is told by its row, and by the batch's digest of digests in the end, not by an audit line each.
 */
@ApplicationScoped
public class BatchReceiver implements LineReceiver {
    private static final Logger LOG = Logger.getLogger(BatchReceiver.class.getName());

    private BatchRepository batches;
    private BatchBeginning beginning;
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
            BatchBeginning beginning,
            PacketsRepository profiles,
            BatchCompletion completion,
            ImageMaking images,
            AuditTrail audit,
            Clock clock,
            MintlineConfiguration configuration) {
        this(batches, beginning, profiles, completion, images, audit, clock, configuration.roles());
    }

    /** Of the given parts. */
    public BatchReceiver(
            BatchRepository batches,
            BatchBeginning beginning,
            PacketsRepository profiles,
            BatchCompletion completion,
            ImageMaking images,
            AuditTrail audit,
            Clock clock,
            Set<ServerRole> roles) {
        this.batches = batches;
        this.beginning = beginning;
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
            take(line, List.of(message));
        } catch (RefusalException e) {
            audit.recordRefusal(new AuditEvent(
                    Optional.empty(), "line:" + line, "receiveMessage", e.subject, "refused", e.getMessage()));
            throw new LineMessageRefusedException(e.getMessage(), e);
        }
    }

    /** A refusal of one of them is none yet: it is given again alone, and refused then. */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void receiveAll(String line, List<LineMessage> messages) {
        take(line, messages);
    }

    private void take(String line, List<LineMessage> messages) {
        List<ProfilePackets> together = new ArrayList<>();
        for (LineMessage message : messages) {
            try {
                if (message.kind() == LineMessageKind.PROFILE_PACKETS) {
                    ProfilePackets packets = ProfilePackets.decode(message.content());
                    if (!together.isEmpty() && !together.get(0).batch().equals(packets.batch())) {
                        came(line, together);
                    }
                    together.add(packets);
                } else {
                    came(line, together);
                    take(line, message);
                }
            } catch (DecodeException e) {
                throw new RefusalException("message:" + message.identifier(), e.getMessage());
            }
        }
        came(line, together);
    }

    private void take(String line, LineMessage message) {
        byte[] content = message.content();
        switch (message.kind()) {
            case BATCH_ANNOUNCEMENT -> announced(line, BatchAnnouncement.decode(content));
            case BATCH_MANIFEST -> ended(line, BatchManifest.decode(content));
            case BATCH_CANCELLATION -> cancelled(line, BatchCancellation.decode(content));
            default -> throw new DecodeException("kind", 0, message.kind() + " is not for the support server");
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

    /** Takes profiles of one batch in, and empties the list. */
    private void came(String line, List<ProfilePackets> together) {
        if (together.isEmpty()) {
            return;
        }
        List<ProfilePackets> fresh = fresh(together);
        if (!fresh.isEmpty()) {
            BatchId id = fresh.get(0).batch();
            BatchState state = stateOf(line, id);
            if (state == BatchState.RECEIVING) {
                fresh.forEach(BatchReceiver::requireAllPackets);
                images.keep(fresh);
            } else if (state != BatchState.CANCELLED) {
                throw new RefusalException(subject(id), "number " + fresh.get(0).number() + " is not in the manifest");
            }
        }
        together.clear();
    }

    /** Those that are not here yet, each once. */
    private List<ProfilePackets> fresh(List<ProfilePackets> together) {
        BatchId batch = together.get(0).batch();
        Map<Integer, byte[]> digests = new HashMap<>(profiles.digests(
                batch, together.stream().map(ProfilePackets::number).toList()));
        List<ProfilePackets> fresh = new ArrayList<>();
        for (ProfilePackets packets : together) {
            byte[] digest = packets.digest();
            byte[] before = digests.putIfAbsent(packets.number(), digest);
            if (before == null) {
                fresh.add(packets);
            } else if (!MessageDigest.isEqual(before, digest)) {
                throw new RefusalException(
                        subject(batch), "another profile came before with the number " + packets.number());
            }
        }
        return fresh;
    }

    private static void requireAllPackets(ProfilePackets packets) {
        packets.metadata()
                .numberOfPackets()
                .filter(number -> number != packets.packets().size())
                .ifPresent(number -> {
                    throw new RefusalException(
                            subject(packets.batch()), "number " + packets.number() + " has not all its packets");
                });
    }

    private void ended(String line, BatchManifest manifest) {
        ReceivedBatch batch = batch(line, manifest.batch());
        if (batch.manifest().isPresent() && !batch.manifest().get().equals(manifest)) {
            throw new RefusalException(subject(manifest.batch()), "another manifest came before");
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

    /** The batch of that identifier, locked; its first message makes it, and its line is that of the first. */
    private ReceivedBatch batch(String line, BatchId id) {
        ReceivedBatch batch = begun(line, id, () -> batches.lock(id));
        requireLine(line, batch.line(), id);
        return batch;
    }

    /** The same without a lock, so that the profiles of a batch come in side by side. */
    private BatchState stateOf(String line, BatchId id) {
        BatchRepository.Standing batch = begun(line, id, () -> batches.standing(id));
        requireLine(line, batch.line(), id);
        return batch.state();
    }

    private static void requireLine(String line, String first, BatchId batch) {
        if (!first.equals(line)) {
            throw new RefusalException(subject(batch), "the batch comes on another line");
        }
    }

    private <T> T begun(String line, BatchId id, Supplier<Optional<T>> row) {
        return row.get()
                .or(() -> {
                    begin(line, id);
                    return row.get();
                })
                .orElseThrow();
    }

    private void begin(String line, BatchId id) {
        try {
            beginning.begin(id, line);
        } catch (BatchBeginning.BegunAlreadyException e) {
            LOG.log(Level.FINE, e, () -> "a message beside this one began batch " + id);
        }
    }

    private void record(ReceivedBatch batch, String action, String detail) {
        audit.record(new AuditEvent(
                Optional.empty(), "line:" + batch.line(), action, subject(batch.batch()), "done", detail));
    }

    /** Why a message can never be taken in. */
    @ApplicationException(rollback = true)
    private static final class RefusalException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String subject;

        RefusalException(String subject, String sentence) {
            super(sentence);
            this.subject = subject;
        }
    }

    private static String subject(BatchId batch) {
        return "batch:" + batch;
    }
}
