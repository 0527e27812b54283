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
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.web.rest.administration.EligibilityBodies.EligibilityTable;

/** Who may download the profiles of a type. */
@Path("/operators/{id}/profileTypes/{name}/eligibilityRules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EligibilityRulesResource {
    private OperatorDirectory operators;
    private EligibilityRules rules;

    /** For the container's proxy. */
    public EligibilityRulesResource() {}

    /**
     * @param operators finds the operator
     * @param rules the role
     */
    @Inject
    public EligibilityRulesResource(OperatorDirectory operators, EligibilityRules rules) {
        this.operators = operators;
        this.rules = rules;
    }

    /** The rules of a profile type, from the top. */
    @GET
    public EligibilityTable list(@PathParam("id") long id, @PathParam("name") String name) {
        return rules.list(Callers.operator(operators, id).id(), name)
                .map(EligibilityTable::of)
                .orElseThrow(NotFoundException::new);
    }

    /** Puts rules in the place of those that the profile type has. */
    @PUT
    public EligibilityTable replace(
            @PathParam("id") long id,
            @PathParam("name") String name,
            EligibilityTable table,
            @Context HttpServletRequest http) {
        return rules.replace(Callers.operator(operators, id).id(), name, table.decoded(), Callers.actor(http))
                .map(EligibilityTable::of)
                .orElseThrow(NotFoundException::new);
    }
}
