package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mintline.factory.FactoryPartners;
import org.mintline.web.rest.PemCertificates;
import org.mintline.web.rest.administration.FactoryBodies.NewPartner;
import org.mintline.web.rest.administration.FactoryBodies.PartnerLot;
import org.mintline.web.rest.administration.FactoryBodies.PartnerLots;
import org.mintline.web.rest.administration.FactoryBodies.PartnerView;

/** Who may call aggregator and local provisioning server. */
@Path("/factory/partners")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class FactoryPartnersResource {
    private FactoryPartners partners;

    /** For the container's proxy. */
    public FactoryPartnersResource() {}

    /** @param partners the register */
    @Inject
    public FactoryPartnersResource(FactoryPartners partners) {
        this.partners = partners;
    }

    /** All partners, by name. */
    @GET
    public List<PartnerView> list() {
        return partners.list().stream().map(PartnerView::of).toList();
    }

    /** Registers a partner. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public PartnerView register(NewPartner partner, @Context HttpServletRequest http) {
        return PartnerView.of(partners.register(
                partner.kind(), partner.name(), PemCertificates.read(partner.certificate()), Callers.actor(http)));
    }

    /** Says which lots a local provisioning server may fetch. */
    @PUT
    @Path("{name}/lots")
    @Consumes(MediaType.APPLICATION_JSON)
    public PartnerView replaceLots(@PathParam("name") String name, PartnerLots lots, @Context HttpServletRequest http) {
        return PartnerView.of(partners.replaceLots(
                name, lots.lots().stream().map(PartnerLot::lot).toList(), Callers.actor(http)));
    }

    /** Lets a partner in no more. */
    @DELETE
    @Path("{name}")
    public PartnerView revoke(@PathParam("name") String name, @Context HttpServletRequest http) {
        return PartnerView.of(partners.revoke(name, Callers.actor(http)));
    }
}
