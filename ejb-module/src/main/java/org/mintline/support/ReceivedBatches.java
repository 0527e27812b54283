package org.mintline.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.data.ProfileClass;

/** The batches that came in or are coming in, to be looked at. */
public interface ReceivedBatches {
    /**
     * What was announced of a batch.
     *
     * @param amount how many profiles were ordered
     * @param operator the name of the operator
     * @param generationServer the address of the generation server
     * @param profileType the name of the profile type
     * @param profileClass of the profiles
     * @param lot the lot of eUICCs that the profiles are for, if they are all of one
     */
    record Announced(
            int amount,
            String operator,
            String generationServer,
            String profileType,
            ProfileClass profileClass,
            Optional<String> lot) {}

    /**
     * A batch.
     *
     * @param batch which
     * @param line on which line it came
     * @param state where it stands
     * @param announced what was announced; empty while its profiles have overtaken the announcement
     * @param sent how many profiles its manifest says that there are; empty before the manifest came
     * @param mismatch what does not match, in words
     * @param firstMessageAt when it began to come
     * @param closedAt when it left the state {@link BatchState#RECEIVING}
     */
    record Batch(
            BatchId batch,
            String line,
            BatchState state,
            Optional<Announced> announced,
            Optional<Integer> sent,
            Optional<String> mismatch,
            Instant firstMessageAt,
            Optional<Instant> closedAt) {}

    /**
     * A batch and how far its profiles are.
     *
     * @param batch the batch
     * @param profiles how many are in each state; states without any are left out
     */
    record Progress(Batch batch, Map<DeliveryState, Long> profiles) {}

    /**
     * A page of batches, the latest first.
     *
     * @param before the last batch of the page before
     * @param limit 1 to {@value PacketStore#MAXIMUM_PAGE}
     */
    List<Batch> list(Optional<Batch> before, int limit);

    /** One batch. */
    Optional<Progress> find(BatchId batch);
}
