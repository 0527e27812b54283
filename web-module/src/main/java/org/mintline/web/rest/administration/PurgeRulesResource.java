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
import java.util.Arrays;
import java.util.List;
import org.mintline.support.PurgeRules;
import org.mintline.web.rest.administration.SupportBodies.NewPurgeRule;
import org.mintline.web.rest.administration.SupportBodies.PurgeRuleView;

/** When the contents of profiles are deleted. */
@Path("/support/purgeRules")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PurgeRulesResource {
    private PurgeRules rules;

    /** For the container's proxy. */
    public PurgeRulesResource() {}

    /** @param rules the role */
    @Inject
    public PurgeRulesResource(PurgeRules rules) {
        this.rules = rules;
    }

    /** All rules. */
    @GET
    public List<PurgeRuleView> list() {
        return rules.list().entrySet().stream()
                .map(entry -> new PurgeRuleView(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Changes a rule. */
    @PUT
    @Path("{rule}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PurgeRuleView change(@PathParam("rule") String name, NewPurgeRule change, @Context HttpServletRequest http) {
        PurgeRules.Rule rule = Arrays.stream(PurgeRules.Rule.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        rules.change(rule, change.days(), Callers.actor(http));
        return new PurgeRuleView(rule, change.days());
    }
}
