package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.factory.LocalStock;
import org.mintline.web.rest.administration.FactoryBodies.LocalLotView;
import org.mintline.web.rest.administration.FactoryBodies.LocalProfileView;
import org.mintline.web.rest.administration.FactoryBodies.OutgoingReports;

/** What a local provisioning server holds and what it waits for. */
@Path("/local-provisioning")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LocalProvisioningAdministration {
    private LocalStock stock;

    /** For the container's proxy. */
    public LocalProvisioningAdministration() {}

    /** @param stock what is here */
    @Inject
    public LocalProvisioningAdministration(LocalStock stock) {
        this.stock = stock;
    }

    /** The lots that are downloaded. */
    @GET
    @Path("lots")
    public List<LocalLotView> lots() {
        return stock.lots().stream().map(LocalLotView::of).toList();
    }

    /** Downloads a lot from now on. */
    @PUT
    @Path("lots/{lot}")
    public void request(@PathParam("lot") String lot, @Context HttpServletRequest http) {
        stock.request(lot, Callers.actor(http));
    }

    /** Packages, in the order in which they came. */
    @GET
    @Path("profiles")
    public List<LocalProfileView> profiles(
            @QueryParam("eid") String eid,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return stock
                .profiles(
                        new LocalStock.Filter(Optional.empty(), Optional.empty(), Optional.ofNullable(eid)),
                        after == null ? OptionalLong.empty() : OptionalLong.of(after),
                        limit)
                .stream()
                .map(LocalProfileView::of)
                .toList();
    }

    /** What waits for the line to the aggregator. */
    @GET
    @Path("reports")
    public OutgoingReports reports() {
        return OutgoingReports.of(stock.reports());
    }
}
