package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mintline.support.MasterKeySets;
import org.mintline.web.rest.administration.SupportBodies.MasterKeySetView;
import org.mintline.web.rest.administration.SupportBodies.NewMasterKeySet;

/** The master key sets of the factory. What is registered is never shown again. */
@Path("/support/masterKeySets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MasterKeySetsResource {
    private MasterKeySets keySets;

    /** For the container's proxy. */
    public MasterKeySetsResource() {}

    /** @param keySets the role */
    @Inject
    public MasterKeySetsResource(MasterKeySets keySets) {
        this.keySets = keySets;
    }

    /** All, by version. */
    @GET
    public List<MasterKeySetView> list() {
        return keySets.list().stream().map(MasterKeySetView::of).toList();
    }

    /** Registers one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public MasterKeySetView register(NewMasterKeySet keys, @Context HttpServletRequest http) {
        try {
            return MasterKeySetView.of(keySets.register(keys.keySet(), Callers.actor(http)));
        } finally {
            keys.clear();
        }
    }
}
