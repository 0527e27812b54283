package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.mintline.smdpplus.ProfileTypeVariants;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.web.rest.administration.VariantBodies.VariantTable;

/** Which variant of a profile type goes out to which device. */
@Path("/operators/{id}/profileTypes/{name}/variants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProfileTypeVariantsResource {
    private OperatorDirectory operators;
    private ProfileTypeVariants variants;

    /** For the container's proxy. */
    public ProfileTypeVariantsResource() {}

    /**
     * @param operators finds the operator
     * @param variants the role
     */
    @Inject
    public ProfileTypeVariantsResource(OperatorDirectory operators, ProfileTypeVariants variants) {
        this.operators = operators;
        this.variants = variants;
    }

    /** The variants of a profile type, from the top. */
    @GET
    public VariantTable list(@PathParam("id") long id, @PathParam("name") String name) {
        return variants.list(Callers.operator(operators, id).id(), name)
                .map(VariantTable::of)
                .orElseThrow(NotFoundException::new);
    }

    /** Puts variants in the place of those that the profile type has. */
    @PUT
    public VariantTable replace(
            @PathParam("id") long id,
            @PathParam("name") String name,
            VariantTable table,
            @Context HttpServletRequest http) {
        return variants.replace(Callers.operator(operators, id).id(), name, table.decoded(), Callers.actor(http))
                .map(VariantTable::of)
                .orElseThrow(NotFoundException::new);
    }
}
