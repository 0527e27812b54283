package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.mintline.line.LineMessageKind;
import org.mintline.line.LineOutbox;
import org.mintline.rsp.bulk.BatchAnnouncement;
import org.mintline.rsp.bulk.BatchCancellation;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.rsp.bulk.DigestOfDigests;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.lot.EuiccLot;
import org.mintline.smdpplus.lot.LotRepository;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;

/** The steps of a batch, each in the transaction of the caller: announcement, chunks of profiles, manifest; or the end of a cancellation. */
@Dependent
public class BatchSteps {
    private final BatchChunk chunks;
    private final Withdrawal withdrawal;
    private final BatchRepository batches;
    private final LotRepository lots;
    private final KnownProfileTypes types;
    private final OperatorDirectory operators;
    private final LineOutbox outbox;
    private final BatchAudit audit;
    private final SmDpPlusPolicy policy;
    private final Clock clock;

    /** Of the given parts. */
    @Inject
    public BatchSteps(
            BatchChunk chunks,
            Withdrawal withdrawal,
            BatchRepository batches,
            LotRepository lots,
            KnownProfileTypes types,
            OperatorDirectory operators,
            LineOutbox outbox,
            BatchAudit audit,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.chunks = chunks;
        this.withdrawal = withdrawal;
        this.batches = batches;
        this.lots = lots;
        this.types = types;
        this.operators = operators;
        this.outbox = outbox;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    private BatchAnnouncement announcement(Batch batch) {
        ProfileType type = types.find(batch.profileTypeId());
        return new BatchAnnouncement(
                batch.batchId(),
                batch.amount(),
                operators.find(batch.operator()).map(Operator::name).orElseThrow(),
                policy.address(),
                type.name(),
                type.profileClass(),
                lots.find(batch.lotId()).map(EuiccLot::name));
    }

    /**
     * Does what comes next.
     *
     * @return whether more is to be done now
     */
    boolean next(Batch batch) {
        return switch (batch.state()) {
            case RUNNING -> run(batch);
            case CANCELLED -> withdraw(batch);
            case ORDERED, PAUSED, SENT, RECEIVED -> false;
        };
    }

    private boolean run(Batch batch) {
        if (!hasLine(batch)) {
            pause(batch, "there is no line " + batch.line());
        } else if (batch.startedAt().isEmpty()) {
            announce(batch);
            return true;
        } else if (batch.linesLeft() == 0) {
            finish(batch);
        } else if (!lots.find(batch.lotId()).orElseThrow().isUsableAt(clock.instant())) {
            pause(batch, "the time of the lot's keys is over");
        } else {
            int room = outbox.room(batch.line());
            if (room > 0) {
                chunks.bind(batch, room);
            }
            return room > 0 && batch.state() == BatchState.RUNNING;
        }
        return false;
    }

    private boolean hasLine(Batch batch) {
        return outbox.lines().contains(batch.line());
    }

    private void announce(Batch batch) {
        send(batch, LineMessageKind.BATCH_ANNOUNCEMENT, announcement(batch).encoded());
        batch.announce(clock.instant());
        audit.record(batch, BatchAudit.JOB, "startBatch", batch.amount() + " profiles on line " + batch.line());
    }

    private void send(Batch batch, LineMessageKind kind, byte[] content) {
        outbox.send(batch.line(), BatchMessages.of(batch.batchId(), kind, content));
    }

    private void pause(Batch batch, String reason) {
        batch.pause(reason);
        audit.record(batch, BatchAudit.JOB, "pauseBatch", reason);
    }

    private void finish(Batch batch) {
        DigestOfDigests digest = new DigestOfDigests();
        List<byte[]> next = batches.digests(batch.id(), 0);
        while (!next.isEmpty()) {
            next.forEach(digest::add);
            next = batches.digests(batch.id(), digest.amount());
        }
        byte[] value = digest.value();
        BatchManifest manifest = new BatchManifest(batch.batchId(), digest.amount(), value);
        send(batch, LineMessageKind.BATCH_MANIFEST, manifest.encoded());
        batch.finish(value, clock.instant());
        audit.record(batch, BatchAudit.JOB, "finishBatch", batch.bound() + " profiles, " + batch.failed() + " failed");
    }

    private boolean withdraw(Batch batch) {
        if (batch.withdrawFrom() > 0 && hasLine(batch)) {
            withdrawal.chunk(batch);
            return true;
        }
        if (batch.startedAt().isPresent() && hasLine(batch)) {
            send(batch, LineMessageKind.BATCH_CANCELLATION, new BatchCancellation(batch.batchId()).encoded());
        }
        batch.clear();
        audit.record(
                batch,
                BatchAudit.JOB,
                "clearBatch",
                batch.withdrawn() + " of " + batch.bound() + " profiles never left and are in stock again");
        return false;
    }
}
