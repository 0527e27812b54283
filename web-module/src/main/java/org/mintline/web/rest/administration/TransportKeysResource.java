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
import java.util.Arrays;
import java.util.List;
import org.mintline.smdpplus.TransportKeys;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.administration.TransportKeyBodies.NewTransportKey;
import org.mintline.web.rest.administration.TransportKeyBodies.TransportKeyView;

/** The keys under which an operator's input files carry secrets. What is registered is never shown again. */
@Path("/operators/{id}/transportKeys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TransportKeysResource {
    private OperatorDirectory operators;
    private TransportKeys keys;

    /** For the container's proxy. */
    public TransportKeysResource() {}

    /**
     * @param operators finds the operator
     * @param keys the role
     */
    @Inject
    public TransportKeysResource(OperatorDirectory operators, TransportKeys keys) {
        this.operators = operators;
        this.keys = keys;
    }

    /** The transport keys of an operator, by number. */
    @GET
    public List<TransportKeyView> list(@PathParam("id") long id) {
        return keys.list(Callers.operator(operators, id).id()).stream()
                .map(TransportKeyView::of)
                .toList();
    }

    /** Registers a transport key. */
    @POST
    public TransportKeyView register(@PathParam("id") long id, NewTransportKey key, @Context HttpServletRequest http) {
        OperatorId operator = Callers.operator(operators, id).id();
        try {
            return TransportKeyView.of(keys.register(
                    operator, key.index(), key.algorithm(), key.key(), key.checkValue(), Callers.actor(http)));
        } finally {
            Arrays.fill(key.key(), (byte) 0);
        }
    }
}
