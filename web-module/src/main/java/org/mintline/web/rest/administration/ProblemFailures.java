package org.mintline.web.rest.administration;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mintline.factory.FactoryException;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.smdpplus.ProfileImports;
import org.mintline.smdpplus.ProfileStock;
import org.mintline.smdpplus.ProfileTypeVariants;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.TransportKeys;
import org.mintline.support.SupportException;
import org.mintline.tenancy.OperatorExistsException;
import org.mintline.web.rest.Incident;
import org.mintline.web.rest.json.InvalidBodyException;

/** Errors of the interfaces of administration and stations as problem details. */
@Provider
@ApplicationScoped
public class ProblemFailures implements ExceptionMapper<Throwable> {
    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException e) {
            return ofHttp(e);
        }
        if (error instanceof EJBException && error.getCause() != null) {
            return toResponse(error.getCause());
        }
        return known(error)
                .map(status -> Problem.response(status, error.getMessage()).build())
                .orElseGet(() -> Problem.response(
                                Response.Status.INTERNAL_SERVER_ERROR,
                                Incident.log(uri.getRequestUri().getPath(), error)
                                        .message())
                        .build());
    }

    private static Optional<Response.Status> known(Throwable error) {
        if (error instanceof FactoryException refusal) {
            return Optional.of(
                    switch (refusal.reason()) {
                        case MALFORMED -> Response.Status.BAD_REQUEST;
                        case UNKNOWN -> Response.Status.NOT_FOUND;
                        case NOT_GENUINE -> Response.Status.FORBIDDEN;
                        case TAKEN, NOT_NOW -> Response.Status.CONFLICT;
                    });
        }
        if (error instanceof SupportException refusal) {
            return Optional.of(
                    switch (refusal.reason()) {
                        case MALFORMED -> Response.Status.BAD_REQUEST;
                        case UNKNOWN -> Response.Status.NOT_FOUND;
                        case NOT_AUTHENTICATED -> Response.Status.FORBIDDEN;
                        case TAKEN, NOT_NOW, WITH_ANOTHER_STATION -> Response.Status.CONFLICT;
                    });
        }
        if (error instanceof InvalidBodyException
                || error instanceof DecodeException
                || error instanceof IllegalArgumentException
                || error instanceof ProfileTypes.RefusedException
                || error instanceof ProfileTypeVariants.RefusedException
                || error instanceof ProfileImports.RefusedException
                || error instanceof ProfileStock.RefusedException
                || error instanceof TransportKeys.RefusedException
                || error instanceof EuiccLots.RefusedException
                || error instanceof Batches.RefusedException) {
            return Optional.of(Response.Status.BAD_REQUEST);
        }
        if (error instanceof OperatorExistsException
                || error instanceof FunctionException
                || error instanceof Batches.WrongStateException) {
            return Optional.of(Response.Status.CONFLICT);
        }
        return Optional.empty();
    }

    /** Keeps a problem that is told already, and the headers that belong to a status: Allow, WWW-Authenticate. */
    private static Response ofHttp(WebApplicationException e) {
        Response original = e.getResponse();
        if (original.getEntity() instanceof Problem) {
            return original;
        }
        Response.ResponseBuilder answer = Problem.response(original.getStatusInfo(), null);
        for (String header : new String[] {HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE}) {
            if (original.getHeaders().containsKey(header)) {
                original.getHeaders().get(header).forEach(value -> answer.header(header, value));
            }
        }
        return answer.build();
    }
}
