package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.ProfileStock;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.web.rest.administration.ProfileTypeBodies.NewProfile;

/** Single profiles of an operator on their way into stock. */
@Path("/operators/{id}/profiles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StockResource {
    private OperatorDirectory operators;
    private ProfileStock stock;

    /** For the container's proxy. */
    public StockResource() {}

    /**
     * @param operators finds the operator
     * @param stock the role
     */
    @Inject
    public StockResource(OperatorDirectory operators, ProfileStock stock) {
        this.operators = operators;
        this.stock = stock;
    }

    /** Brings one profile into stock. */
    @POST
    public void add(@PathParam("id") long id, NewProfile profile, @Context HttpServletRequest http) {
        stock.add(
                Callers.operator(operators, id).id(),
                profile.profileType(),
                Iccid.parse(profile.iccid()),
                profile.columns(),
                Callers.actor(http));
    }
}
