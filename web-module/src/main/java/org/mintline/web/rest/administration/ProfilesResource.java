package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.administration.ProfileBodies.ProfileDetail;
import org.mintline.web.rest.administration.ProfileBodies.ProfilePage;
import org.mintline.web.rest.administration.ProfileBodies.StockView;

/** Profiles with their orders, to be looked at; ES2+ is where they are ordered. */
@Path("/profiles")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProfilesResource {
    private ProfileCatalogue catalogue;

    /** For the container's proxy. */
    public ProfilesResource() {}

    /** @param catalogue the role */
    @Inject
    public ProfilesResource(ProfileCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A page of the profiles that fit, the last in stock first. */
    @GET
    public ProfilePage list(
            @BeanParam ProfileFilter filter,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > ProfileCatalogue.MAXIMUM_PAGE) {
            throw new IllegalArgumentException("limit is 1 to " + ProfileCatalogue.MAXIMUM_PAGE);
        }
        return ProfilePage.of(catalogue.list(
                filter.filter(),
                ProfileCatalogue.Direction.NEWEST_FIRST,
                after == null ? OptionalLong.empty() : OptionalLong.of(after),
                limit));
    }

    /** The stock by operator, profile type and state. */
    @GET
    @Path("stock")
    public List<StockView> stock(@QueryParam("operator") Long operator) {
        return catalogue.stock(Optional.ofNullable(operator).map(OperatorId::new)).stream()
                .map(StockView::of)
                .toList();
    }

    /** One profile with its order. */
    @GET
    @Path("{iccid: [0-9]+F?}")
    public ProfileDetail find(@PathParam("iccid") String iccid) {
        if (!iccid.matches("[0-9]{18,20}|[0-9]{18,19}F")) {
            throw new NotFoundException();
        }
        return catalogue.find(Optional.empty(), iccid).map(ProfileDetail::of).orElseThrow(NotFoundException::new);
    }
}
