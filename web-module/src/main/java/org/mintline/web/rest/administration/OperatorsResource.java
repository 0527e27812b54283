package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.administration.OperatorBodies.NewOperator;
import org.mintline.web.rest.administration.OperatorBodies.OperatorView;

/** Operators: who they are, and which clients may call ES2+ for them. */
@Path("/operators")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OperatorsResource {
    private OperatorDirectory operators;

    /** For the container's proxy. */
    public OperatorsResource() {}

    /** @param operators the role */
    @Inject
    public OperatorsResource(OperatorDirectory operators) {
        this.operators = operators;
    }

    /** All operators, by name. */
    @GET
    public List<OperatorView> list() {
        return operators.list().stream().map(OperatorView::of).toList();
    }

    /** One operator. */
    @GET
    @Path("{id}")
    public OperatorView find(@PathParam("id") long id) {
        return Optional.of(id)
                .filter(number -> number > 0)
                .flatMap(number -> operators.find(new OperatorId(number)))
                .map(OperatorView::of)
                .orElseThrow(NotFoundException::new);
    }

    /** Registers an operator and the certificates of its ES2+ clients. */
    @POST
    public OperatorView register(NewOperator operator) {
        return OperatorView.of(operators.register(
                operator.name(),
                operator.functionRequesterIdentifier(),
                Optional.ofNullable(operator.callbackAddress()).map(URI::create),
                PemCertificates.read(operator.clientCertificates())));
    }
}
