package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.web.rest.administration.ProfileTypeBodies.NewProfileType;
import org.mintline.web.rest.administration.ProfileTypeBodies.ProfileTypeView;

/** The profile types of an operator. */
@Path("/operators/{id}/profileTypes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProfileTypesResource {
    private OperatorDirectory operators;
    private ProfileTypes profileTypes;

    /** For the container's proxy. */
    public ProfileTypesResource() {}

    /**
     * @param operators finds the operator
     * @param profileTypes the role
     */
    @Inject
    public ProfileTypesResource(OperatorDirectory operators, ProfileTypes profileTypes) {
        this.operators = operators;
        this.profileTypes = profileTypes;
    }

    /** The profile types of an operator, by name. */
    @GET
    public List<ProfileTypeView> list(@PathParam("id") long id) {
        return profileTypes.list(Callers.operator(operators, id).id()).stream()
                .map(ProfileTypeView::of)
                .toList();
    }

    /** Makes a profile type of a package or a template. */
    @POST
    public ProfileTypeView create(@PathParam("id") long id, NewProfileType type, @Context HttpServletRequest http) {
        return ProfileTypeView.of(
                profileTypes.create(Callers.operator(operators, id).id(), type.decoded(), Callers.actor(http)));
    }
}
