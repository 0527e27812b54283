package org.mintline.web.rest.es2plus;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.mintline.rsp.status.StatusCode;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.web.rest.ClientCertificates;
import org.mintline.web.rest.rsp.RefusedRequestException;

/** Finds the operator that the client certificate of the TLS session names; without one nothing is called. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ClientCertificate implements ContainerRequestFilter {
    private static final String OPERATOR = Operator.class.getName();

    private OperatorDirectory operators;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public ClientCertificate() {}

    /** @param operators knows whose certificates are whose */
    @Inject
    public ClientCertificate(OperatorDirectory operators) {
        this.operators = operators;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Operator operator = ClientCertificates.of(request)
                .flatMap(operators::findByClientCertificate)
                .orElseThrow(() -> new RefusedRequestException(
                        StatusCode.FUNCTION_REQUESTER_UNKNOWN, "the client certificate belongs to no operator"));
        request.setAttribute(OPERATOR, operator);
    }

    /** The operator that calls. */
    static Operator operator(HttpServletRequest request) {
        return (Operator) request.getAttribute(OPERATOR);
    }
}
