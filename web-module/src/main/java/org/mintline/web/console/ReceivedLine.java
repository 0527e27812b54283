package org.mintline.web.console;

import java.util.Map;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.support.BatchState;
import org.mintline.support.DeliveryState;
import org.mintline.support.ReceivedBatches;
import org.mintline.support.ReceivedBatches.Announced;
import org.mintline.support.ReceivedBatches.Batch;

/**
 * A batch that comes in, and how much of it is here.
 *
 * @param batch the batch
 * @param profiles how many of its profiles are in each state; of batches that are closed, not read for a list
 */
public record ReceivedLine(Batch batch, Map<DeliveryState, Long> profiles) {
    private static final int SHORT = 8;

    static ReceivedLine of(ReceivedBatches.Progress progress) {
        return new ReceivedLine(progress.batch(), progress.profiles());
    }

    /** The first digits of an identifier, by which a person tells batches apart. */
    static String brief(BatchId batch) {
        return batch.toString().substring(0, SHORT);
    }

    /** The first digits of its identifier. */
    public String getBrief() {
        return brief(batch.batch());
    }

    /** The style class of its state. */
    public String getStyle() {
        return switch (batch.state()) {
            case RECEIVING -> "state-way";
            case WHOLE -> "state-good";
            case MISMATCHED -> "state-bad";
            case CANCELLED -> "state-gone";
        };
    }

    /** How many of its profiles are here. */
    public long getHere() {
        return profiles.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many there are to come, here or not; what was announced, else what the manifest says. */
    public Optional<Integer> getAmount() {
        return batch.sent().or(() -> batch.announced().map(Announced::amount));
    }

    /** How much of it is here, 0 to 100. */
    public int getPercent() {
        if (batch.state() == BatchState.WHOLE) {
            return 100;
        }
        int amount = getAmount().orElse(0);
        return amount == 0 ? 0 : (int) Math.min(100, 100 * getHere() / amount);
    }

    /** Whether more of it comes. */
    public boolean isReceiving() {
        return batch.state() == BatchState.RECEIVING;
    }
}
