package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.support.DeliveryState;
import org.mintline.support.ReceivedBatches;

/** One batch that came in or is coming in. */
@Named
@ViewScoped
public class ReceivedBatchPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ReceivedBatches batches;

    @Inject
    private ConsoleUser user;

    private String id;
    private ReceivedLine batch;

    /** Reads the batch. */
    public void load() throws IOException {
        user.requirePlatform();
        NotFound.unless(NotFound.parsed(id, BatchId::of).flatMap(batches::find))
                .ifPresent(found -> batch = ReceivedLine.of(found));
    }

    /** The batch. */
    public ReceivedLine getBatch() {
        return batch;
    }

    /** The states of profiles, in the order in which a profile goes through them. */
    public List<DeliveryState> getStates() {
        return List.of(DeliveryState.values());
    }

    /** How many of its profiles are in a state. */
    public long count(DeliveryState state) {
        return batch.profiles().getOrDefault(state, 0L);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
