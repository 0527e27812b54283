package org.mintline.support.batch;

import jakarta.ejb.ApplicationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.mintline.rsp.bulk.BatchId;

/**
 * Makes the row of a batch in a transaction of its own, so that messages of the batch that come side by side find it at once, whichever
 * of them was the first.
 */
@ApplicationScoped
public class BatchBeginning {
    private BatchRepository batches;
    private Clock clock;

    /** Another message began the batch in between; the transaction is rolled back. */
    @ApplicationException(rollback = true)
    static final class BegunAlreadyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** For the container. */
    protected BatchBeginning() {}

    /** Of the given parts. */
    @Inject
    public BatchBeginning(BatchRepository batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Begins a batch.
     *
     * @param line on which it comes
     * @throws BegunAlreadyException if it is there
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(BatchId batch, String line) {
        if (!batches.insert(new ReceivedBatch(batch, line, clock.instant()))) {
            throw new BegunAlreadyException();
        }
    }
}
