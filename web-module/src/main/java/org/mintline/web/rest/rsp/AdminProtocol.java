package org.mintline.web.rest.rsp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.mintline.rsp.status.StatusCode;

/**
 * The HTTP header X-Admin-Protocol (SGP.22 v2.5, clause 6.5.1.1): a request names the version of the protocol that its sender
 * speaks, an answer the one that is spoken here. Every version 2.x.y is understood.
 */
@Provider
@ApplicationScoped
public class AdminProtocol implements ContainerRequestFilter, ContainerResponseFilter {
    /** The name of the header. */
    public static final String HEADER = "X-Admin-Protocol";

    /** What is spoken here. */
    public static final String VERSION = "gsma/rsp/v2.5.0";

    private static final Pattern FORM = Pattern.compile("gsma/rsp/v(\\d{1,3})\\.\\d{1,3}(\\.\\d{1,3})?");
    private static final String MAJOR_VERSION = "2";

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header == null) {
            throw new RefusedRequestException(StatusCode.REQUEST_PARAMETER_MISSING, HEADER);
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new RefusedRequestException(
                    StatusCode.REQUEST_INVALID, HEADER + " is not of the form gsma/rsp/vX.Y.Z");
        }
        if (!MAJOR_VERSION.equals(form.group(1))) {
            throw new RefusedRequestException(StatusCode.PROTOCOL_VERSION_UNSUPPORTED, VERSION + " is spoken here");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, VERSION);
    }
}
