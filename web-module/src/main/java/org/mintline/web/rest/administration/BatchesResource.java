package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.smdpplus.Batches;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.administration.BatchBodies.BatchErrorView;
import org.mintline.web.rest.administration.BatchBodies.BatchPage;
import org.mintline.web.rest.administration.BatchBodies.BatchProfileView;
import org.mintline.web.rest.administration.BatchBodies.BatchView;
import org.mintline.web.rest.administration.BatchBodies.NewBatch;
import org.mintline.web.rest.administration.BatchBodies.StationReportView;

/** Batches of profiles on their way to a factory. */
@Path("/batches")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BatchesResource {
    private OperatorDirectory operators;
    private Batches batches;

    /** For the container's proxy. */
    public BatchesResource() {}

    /**
     * @param operators finds the operator
     * @param batches the role
     */
    @Inject
    public BatchesResource(OperatorDirectory operators, Batches batches) {
        this.operators = operators;
        this.batches = batches;
    }

    /** Orders a batch, which is worked off in the background. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public BatchView order(NewBatch batch, @Context HttpServletRequest http) {
        OperatorId owner = Callers.operator(operators, batch.operator()).id();
        return BatchView.of(batches.order(batch.order(owner, Callers.actor(http))));
    }

    /** A page of the batches, the latest first. */
    @GET
    public BatchPage list(
            @QueryParam("operator") Long operator,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return BatchPage.of(batches.list(
                Optional.ofNullable(operator).map(OperatorId::new), Pages.after(after), Pages.checked(limit)));
    }

    /** One batch, and how far it is. */
    @GET
    @Path("{batch}")
    public BatchView find(@PathParam("batch") String batch) {
        return batches.find(Optional.empty(), BatchId.of(batch))
                .map(BatchView::of)
                .orElseThrow(NotFoundException::new);
    }

    /** What could not be made. */
    @GET
    @Path("{batch}/errors")
    public List<BatchErrorView> errors(
            @PathParam("batch") String batch,
            @QueryParam("after") Integer after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        find(batch);
        return batches.errors(Optional.empty(), BatchId.of(batch), Pages.after(after), Pages.checked(limit)).stream()
                .map(BatchErrorView::of)
                .toList();
    }

    /** Its profiles. */
    @GET
    @Path("{batch}/profiles")
    public List<BatchProfileView> profiles(
            @PathParam("batch") String batch,
            @QueryParam("after") Integer after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        find(batch);
        return batches.items(Optional.empty(), BatchId.of(batch), Pages.after(after), Pages.checked(limit)).stream()
                .map(BatchProfileView::of)
                .toList();
    }

    /** What stations told of a profile. */
    @GET
    @Path("reports")
    public List<StationReportView> reports(@QueryParam("iccid") @DefaultValue("") String iccid) {
        return batches.reports(Optional.empty(), iccid).stream()
                .map(StationReportView::of)
                .toList();
    }

    /** Gives a batch up. */
    @POST
    @Path("{batch}/cancel")
    public BatchView cancel(@PathParam("batch") String batch, @Context HttpServletRequest http) {
        return batches.cancel(Optional.empty(), BatchId.of(batch), Callers.actor(http))
                .map(BatchView::of)
                .orElseThrow(NotFoundException::new);
    }

    /** Lets a paused batch go on. */
    @POST
    @Path("{batch}/resume")
    public BatchView resume(@PathParam("batch") String batch, @Context HttpServletRequest http) {
        return batches.resume(Optional.empty(), BatchId.of(batch), Callers.actor(http))
                .map(BatchView::of)
                .orElseThrow(NotFoundException::new);
    }
}
