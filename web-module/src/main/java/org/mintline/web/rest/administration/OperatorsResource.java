package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.mintline.tenancy.OperatorAdministration;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.PemCertificates;
import org.mintline.web.rest.administration.OperatorBodies.ClientCertificateView;
import org.mintline.web.rest.administration.OperatorBodies.NewCallbackAddress;
import org.mintline.web.rest.administration.OperatorBodies.NewClientCertificate;
import org.mintline.web.rest.administration.OperatorBodies.NewOperator;
import org.mintline.web.rest.administration.OperatorBodies.OperatorView;

/** Operators: who they are, and which clients may call ES2+ for them. */
@Path("/operators")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OperatorsResource {
    private OperatorDirectory operators;
    private OperatorAdministration administration;

    /** For the container's proxy. */
    public OperatorsResource() {}

    /**
     * @param operators finds and registers
     * @param administration changes
     */
    @Inject
    public OperatorsResource(OperatorDirectory operators, OperatorAdministration administration) {
        this.operators = operators;
        this.administration = administration;
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
        return OperatorView.of(Callers.operator(operators, id));
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

    /** Changes where an operator's ES2+ callback is. */
    @PUT
    @Path("{id}/callbackAddress")
    public OperatorView changeCallbackAddress(@PathParam("id") long id, NewCallbackAddress address) {
        return OperatorView.of(administration.changeCallbackAddress(
                Callers.operator(operators, id).id(),
                Optional.ofNullable(address.callbackAddress()).map(URI::create)));
    }

    /** The client certificates of an operator, the revoked ones too. */
    @GET
    @Path("{id}/clientCertificates")
    public List<ClientCertificateView> clientCertificates(@PathParam("id") long id) {
        return administration.clientCertificates(Callers.operator(operators, id).id()).stream()
                .map(ClientCertificateView::of)
                .toList();
    }

    /** Registers a further client certificate. */
    @POST
    @Path("{id}/clientCertificates")
    public ClientCertificateView registerClientCertificate(@PathParam("id") long id, NewClientCertificate body) {
        return ClientCertificateView.of(administration.registerClientCertificate(
                Callers.operator(operators, id).id(), PemCertificates.read(body.certificate())));
    }

    /** Revokes a client certificate: it names nobody from now on. */
    @DELETE
    @Path("{id}/clientCertificates/{fingerprint}")
    public void revokeClientCertificate(@PathParam("id") long id, @PathParam("fingerprint") String fingerprint) {
        OperatorId operator = Callers.operator(operators, id).id();
        boolean known = administration.clientCertificates(operator).stream()
                .anyMatch(certificate -> certificate.fingerprint().equals(fingerprint));
        if (!known) {
            throw new NotFoundException();
        }
        administration.revokeClientCertificate(operator, fingerprint);
    }
}
