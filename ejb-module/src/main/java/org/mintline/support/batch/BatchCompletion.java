package org.mintline.support.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.line.LineMessage;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.BatchReceipt;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.support.packets.PacketsRepository;

/**
 * Compares what came of a batch with its manifest. Profiles come in side by side and may come behind their manifest, so a job asks for
 * the batches that wait, and the profiles themselves take no lock on their batch.
 */
@ApplicationScoped
public class BatchCompletion {
    private static final int BATCHES_AT_ONCE = 20;
    private static final int DIGESTS_AT_ONCE = 1_000;

    private BatchRepository batches;
    private PacketsRepository profiles;
    private LineOutbox outbox;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected BatchCompletion() {}

    /** Of the given parts. */
    @Inject
    public BatchCompletion(
            BatchRepository batches, PacketsRepository profiles, LineOutbox outbox, AuditTrail audit, Clock clock) {
        this.batches = batches;
        this.profiles = profiles;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at the batches whose manifest came and whose profiles were not all here then. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void run() {
        batches.lockWaiting(BATCHES_AT_ONCE).forEach(this::complete);
    }

    /** Closes a batch, locked by the caller, if as many profiles are here as its manifest says; waits for the rest otherwise. */
    void complete(ReceivedBatch batch) {
        BatchManifest manifest = batch.manifest().orElseThrow();
        int here = profiles.count(batch.batch());
        if (here < manifest.amount()) {
            return;
        }
        DigestOfDigests digests = new DigestOfDigests();
        Optional<String> objection = here > manifest.amount()
                ? Optional.of(here + " profiles came, not " + manifest.amount())
                : sum(batch, digests);
        byte[] sum = digests.value();
        if (objection.isEmpty() && !MessageDigest.isEqual(sum, manifest.digestOfDigests())) {
            objection = Optional.of("the digest of digests is another than in the manifest");
        }
        if (objection.isPresent()) {
            batch.mismatched(objection.get(), clock.instant());
            record(batch, "mismatched", objection.get());
        } else {
            batch.whole(clock.instant());
            outbox.send(
                    batch.line(),
                    new LineMessage(
                            LineMessageKind.BATCH_RECEIPT,
                            batch.batch() + "/receipt",
                            new BatchReceipt(batch.batch(), here, sum).encoded()));
            record(batch, "done", here + " profiles, all as the manifest says");
        }
    }

    /** Adds the digests up in the order of their numbers; tells of a number that is missing. */
    private Optional<String> sum(ReceivedBatch batch, DigestOfDigests digests) {
        int number = 0;
        List<Object[]> rows;
        do {
            rows = profiles.digests(batch.batch(), number, DIGESTS_AT_ONCE);
            for (Object[] row : rows) {
                number++;
                if ((Integer) row[0] != number) {
                    return Optional.of("number " + number + " is missing, and number " + row[0] + " came");
                }
                digests.add((byte[]) row[1]);
            }
        } while (rows.size() == DIGESTS_AT_ONCE);
        return Optional.empty();
    }

    private void record(ReceivedBatch batch, String outcome, String detail) {
        audit.record(new AuditEvent(
                Optional.empty(), "system:support", "completeBatch", "batch:" + batch.batch(), outcome, detail));
    }
}
