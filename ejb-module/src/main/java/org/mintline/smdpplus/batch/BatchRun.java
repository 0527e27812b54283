package org.mintline.smdpplus.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.smdpplus.transaction.Transactions;

/**
 * Works batches off: one at a time on a node, each in chunks of one transaction. A node that dies leaves its batch to another one, which goes
 * on behind the last chunk that was committed; a node that was only slow finds that its claim is gone, and does no more.
 */
@ApplicationScoped
public class BatchRun {
    static final Duration LEASE = Duration.ofSeconds(20);

    /** So that a large batch does not keep the others waiting. */
    private static final int STEPS_A_TURN = 50;

    private static final List<BatchState> WITH_WORK =
            List.of(BatchState.CANCELLED, BatchState.RUNNING, BatchState.ORDERED);

    private BatchRepository batches;
    private BatchSteps steps;
    private Transactions transactions;
    private Clock clock;

    /** For the container. */
    protected BatchRun() {}

    /** Of the given parts. */
    @Inject
    public BatchRun(BatchRepository batches, BatchSteps steps, Transactions transactions, Clock clock) {
        this.batches = batches;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Work(long id, int lease) {}

    /** Works on all batches that wait or were left, on each as far as its line has room, and for one turn at most. */
    public void run() {
        Set<Long> seen = new HashSet<>();
        for (Optional<Work> work = claim(seen); work.isPresent(); work = claim(seen)) {
            Work claimed = work.get();
            seen.add(claimed.id());
            boolean more = true;
            for (int left = STEPS_A_TURN; more; left--) {
                boolean last = left == 1;
                more = transactions.call(() -> step(claimed, last));
            }
        }
    }

    private Optional<Work> claim(Set<Long> seen) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            return WITH_WORK.stream()
                    .flatMap(state -> batches.findWork(state, now, seen).stream())
                    .findFirst()
                    .map(batch -> {
                        batch.claim(now.plus(LEASE));
                        return new Work(batch.id(), batch.leaseNumber());
                    });
        });
    }

    private boolean step(Work work, boolean last) {
        Batch batch = batches.find(work.id()).orElseThrow();
        if (!batch.isClaimedBy(work.lease())) {
            return false;
        }
        boolean more = steps.next(batch) && !last;
        Instant now = clock.instant();
        batch.extendLease(more ? now.plus(LEASE) : now);
        return more;
    }
}
