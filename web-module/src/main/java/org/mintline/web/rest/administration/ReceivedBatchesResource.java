package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.support.ReceivedBatches;
import org.mintline.web.rest.administration.SupportBodies.BatchProgress;
import org.mintline.web.rest.administration.SupportBodies.BatchView;

/** The batches that came or come in. */
@Path("/support/batches")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReceivedBatchesResource {
    private ReceivedBatches batches;

    /** For the container's proxy. */
    public ReceivedBatchesResource() {}

    /** @param batches the role */
    @Inject
    public ReceivedBatchesResource(ReceivedBatches batches) {
        this.batches = batches;
    }

    /** Batches, the latest first. */
    @GET
    public List<BatchView> list(
            @QueryParam("before") String before, @QueryParam("limit") @DefaultValue("100") int limit) {
        Optional<ReceivedBatches.Batch> last =
                Optional.ofNullable(before).map(batch -> existing(batch).batch());
        return batches.list(last, limit).stream().map(BatchView::of).toList();
    }

    /** One batch and how far its profiles are. */
    @GET
    @Path("{batch}")
    public BatchProgress find(@PathParam("batch") String batch) {
        return BatchProgress.of(existing(batch));
    }

    private ReceivedBatches.Progress existing(String batch) {
        return batches.find(BatchId.of(batch)).orElseThrow(NotFoundException::new);
    }
}
