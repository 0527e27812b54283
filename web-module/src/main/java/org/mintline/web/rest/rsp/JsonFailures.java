package org.mintline.web.rest.rsp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mintline.rsp.status.StatusCode;
import org.mintline.web.rest.Refusals;

/**
 * Errors of the JSON bindings. What reached a function is answered with HTTP status 200 and the function execution status
 * {@code Failed} (SGP.22 v2.5, clauses 6.3 and 6.5.1.4); a client without a known certificate with 403 and the same body; what reached
 * no function (path, method, media type, size) with its HTTP status alone.
 */
@Provider
@ApplicationScoped
public class JsonFailures implements ExceptionMapper<Throwable> {
    private Refusals refusals;

    @Context
    private UriInfo uri;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public JsonFailures() {}

    /** @param refusals records what no role records */
    @Inject
    public JsonFailures(Refusals refusals) {
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
        boolean unknown = failure.statusCode() == StatusCode.FUNCTION_REQUESTER_UNKNOWN;
        return Response.status(unknown ? Response.Status.FORBIDDEN : Response.Status.OK)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new FunctionAnswer(ResponseHeader.failed(failure)))
                .build();
    }

    private void audit(String outcome, String detail) {
        String binding =
                request.getServletPath().substring(request.getServletPath().lastIndexOf('/') + 1);
        refusals.record(
                Optional.empty(),
                binding + ":" + request.getRemoteAddr(),
                uri.getPath().replaceFirst("^/", ""),
                outcome,
                detail);
    }
}
