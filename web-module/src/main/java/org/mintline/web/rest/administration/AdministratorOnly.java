package org.mintline.web.rest.administration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.mintline.web.rest.Refusals;

/**
 * Lets administrators in, by HTTP Basic (RFC 7617) against the server's security domain, each request by itself: no session
 * is kept, and a session of the console does not count, so that no page elsewhere can act in an administrator's name.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AdministratorOnly implements ContainerRequestFilter, ContainerResponseFilter {
    /** The role of the platform's own staff. */
    static final String ROLE = "administrator";

    private static final String CHALLENGE = "Basic realm=\"Mintline administration\", charset=\"UTF-8\"";
    private static final String BASIC = "Basic ";
    private static final int LONGEST = 512;

    private Refusals refusals;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public AdministratorOnly() {}

    /** @param refusals records who was not let in */
    @Inject
    public AdministratorOnly(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Credentials credentials = Credentials.of(context.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElseThrow(() -> new NotAuthorizedException(CHALLENGE));
        try {
            if (request.getUserPrincipal() != null) {
                request.logout();
            }
            request.login(credentials.user(), credentials.password());
        } catch (ServletException e) {
            refuse(context, "HTTP 401", "user or password is wrong");
            throw new NotAuthorizedException(e, CHALLENGE);
        }
        if (!request.isUserInRole(ROLE)) {
            refuse(context, "HTTP 403", "the user is no administrator");
            throw new ForbiddenException();
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void refuse(ContainerRequestContext context, String outcome, String detail) {
        refusals.record(
                Optional.empty(),
                "administration:" + request.getRemoteAddr(),
                context.getUriInfo().getPath().replaceFirst("^/", ""),
                outcome,
                detail);
    }

    /** User and password of a request; not shown anywhere. */
    private static final class Credentials {
        private final String user;
        private final String password;

        private Credentials(String user, String password) {
            this.user = user;
            this.password = password;
        }

        static Optional<Credentials> of(String header) {
            if (header == null
                    || header.length() > LONGEST
                    || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                return Optional.empty();
            }
            try {
                byte[] decoded = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                String text = new String(decoded, StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                return colon < 1
                        ? Optional.empty()
                        : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String user() {
            return user;
        }

        String password() {
            return password;
        }
    }
}
