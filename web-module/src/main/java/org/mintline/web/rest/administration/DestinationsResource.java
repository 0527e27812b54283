package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.mintline.smdpplus.Batches;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.web.rest.administration.BatchBodies.DestinationTable;

/** On which lines the batches of an operator may go out. */
@Path("/operators/{id}/destinations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DestinationsResource {
    private OperatorDirectory operators;
    private Batches batches;

    /** For the container's proxy. */
    public DestinationsResource() {}

    /**
     * @param operators finds the operator
     * @param batches the role
     */
    @Inject
    public DestinationsResource(OperatorDirectory operators, Batches batches) {
        this.operators = operators;
        this.batches = batches;
    }

    /** The destinations of an operator. */
    @GET
    public DestinationTable list(@PathParam("id") long id) {
        return DestinationTable.of(
                batches.destinations(Callers.operator(operators, id).id()));
    }

    /** Puts destinations in the place of those that the operator has. */
    @PUT
    public DestinationTable replace(
            @PathParam("id") long id, DestinationTable table, @Context HttpServletRequest http) {
        return DestinationTable.of(batches.replaceDestinations(
                Callers.operator(operators, id).id(), table.decoded(), Callers.actor(http)));
    }
}
