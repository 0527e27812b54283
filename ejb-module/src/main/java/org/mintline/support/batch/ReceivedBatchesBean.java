package org.mintline.support.batch;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.BatchManifest;
import org.mintline.support.ReceivedBatches;
import org.mintline.support.packets.PacketsRepository;

/** The batches to be looked at, over the database. */
@Stateless
public class ReceivedBatchesBean implements ReceivedBatches {
    private BatchRepository batches;
    private PacketsRepository profiles;

    /** For the container. */
    protected ReceivedBatchesBean() {}

    /** Of the given parts. */
    @Inject
    public ReceivedBatchesBean(BatchRepository batches, PacketsRepository profiles) {
        this.batches = batches;
        this.profiles = profiles;
    }

    @Override
    public List<Batch> list(Optional<Batch> before, int limit) {
        PageLimit.require(limit);
        return batches.list(before, limit).stream()
                .map(ReceivedBatchesBean::toBatch)
                .toList();
    }

    @Override
    public Optional<Progress> find(BatchId batch) {
        return batches.find(batch).map(row -> new Progress(toBatch(row), profiles.countByState(batch)));
    }

    private static Batch toBatch(ReceivedBatch row) {
        return new Batch(
                row.batch(),
                row.line(),
                row.state(),
                row.announced(),
                row.manifest().map(BatchManifest::amount),
                row.mismatch(),
                row.firstMessageAt(),
                row.closedAt());
    }
}
