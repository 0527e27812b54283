package org.mintline.web.rest.rsp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.status.StatusCode;

/**
 * The HTTP header X-Admin-Protocol (SGP.22 v2.5, clause 6.2): a request names the version of the protocol that its sender
 * speaks, an answer the one that is spoken here. Every version 2.x.y is understood.
 */
@Provider
@ApplicationScoped
public class AdminProtocol implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "X-Admin-Protocol";
    private static final SpecificationVersion SPOKEN = new SpecificationVersion(2, 5, 0);

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header == null) {
            throw new RefusedRequestException(StatusCode.REQUEST_PARAMETER_MISSING, HEADER);
        }
        if (version(header).major() != SPOKEN.major()) {
            throw new RefusedRequestException(
                    StatusCode.PROTOCOL_VERSION_UNSUPPORTED, SPOKEN.adminProtocol() + " is spoken here");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, SPOKEN.adminProtocol());
    }

    private static SpecificationVersion version(String header) {
        try {
            return SpecificationVersion.ofAdminProtocol(header.strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedRequestException(StatusCode.REQUEST_INVALID, e.getMessage());
        }
    }
}
