package org.mintline.web.rest.es9plus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mintline.rsp.status.StatusCode;
import org.mintline.web.rest.Refusals;
import org.mintline.web.rest.rsp.Failure;

/**
 * Errors of the ASN.1 binding outside of a function that has an integer for them: HTTP status 400 for what the caller did wrong,
 * 500 for what went wrong here, without a body.
 */
@Provider
@ApplicationScoped
public class Asn1Failures implements ExceptionMapper<Throwable> {
    private Refusals refusals;

    @Context
    private UriInfo uri;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public Asn1Failures() {}

    /** @param refusals records what no role records */
    @Inject
    public Asn1Failures(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException e) {
            int status = e.getResponse().getStatus();
            audit("HTTP " + status, Response.Status.fromStatusCode(status).getReasonPhrase());
            return Response.status(status).build();
        }
        Failure failure = Failure.of(error, uri.getRequestUri().getPath());
        if (failure.beforeRole()) {
            audit(failure.outcome(), failure.detail());
        }
        boolean here = failure.statusCode() == StatusCode.FUNCTION_TEMPORARILY_UNAVAILABLE;
        return Response.status(here ? Response.Status.INTERNAL_SERVER_ERROR : Response.Status.BAD_REQUEST)
                .build();
    }

    private void audit(String outcome, String detail) {
        refusals.record(Optional.empty(), "es9plus:" + request.getRemoteAddr(), "asn1", outcome, detail);
    }
}
