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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mintline.users.RecentSignIns;
import org.mintline.users.SignInLock;
import org.mintline.web.rest.Refusals;

/**
 * Lets administrators in, and to the paths of the support server those who run the factory, by HTTP Basic (RFC 7617) against the server's security domain, each request by itself: no session
 * is kept, and a session of the console does not count, so that no page elsewhere can act in an administrator's name.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AdministratorOnly implements ContainerRequestFilter, ContainerResponseFilter {
    /** The role of the platform's own staff. */
    static final String ROLE = "administrator";

    private static final String FACTORY = "factory";
    private static final String SUPPORT = "support/";
    private static final String MASTER_KEY_SETS = SUPPORT + "masterKeySets";
    private static final String CHALLENGE = "Basic realm=\"Mintline administration\", charset=\"UTF-8\"";

    private Refusals refusals;
    private RecentSignIns signIns;
    private SignInLock lock;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy. */
    public AdministratorOnly() {}

    /**
     * @param refusals records who was not let in
     * @param signIns remembers who was
     * @param lock is told to whom gives a wrong password
     */
    @Inject
    public AdministratorOnly(Refusals refusals, RecentSignIns signIns, SignInLock lock) {
        this.refusals = refusals;
        this.signIns = signIns;
        this.lock = lock;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        BasicCredentials credentials = BasicCredentials.of(context.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElseThrow(() -> new NotAuthorizedException(CHALLENGE));
        try {
            if (!RememberedSignIn.covers(request)) {
                signIn(credentials);
            }
        } catch (ServletException e) {
            refuse(context, "HTTP 401", "user or password is wrong");
            throw new NotAuthorizedException(wrongPassword(), e);
        }
        if (!request.isUserInRole(ROLE) && !isOfTheFactory(context)) {
            refuse(context, "HTTP 403", "the user is no administrator");
            throw new ForbiddenException();
        }
    }

    /** Whether the user runs the factory, and the path belongs to it. Master key sets are set up by administrators alone. */
    private boolean isOfTheFactory(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath().replaceFirst("^/", "");
        return request.isUserInRole(FACTORY) && path.startsWith(SUPPORT) && !path.startsWith(MASTER_KEY_SETS);
    }

    /** Says the same whether or not there is such a user, and whether or not it is locked. */
    private Response wrongPassword() {
        String detail =
                "User or password is wrong. After %d wrong passwords a name is locked until %d minutes after the last try."
                        .formatted(lock.tries(), lock.lockedFor().toMinutes());
        return Problem.response(Response.Status.UNAUTHORIZED, detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    private void signIn(BasicCredentials credentials) throws ServletException {
        if (request.getUserPrincipal() != null) {
            request.logout();
        }
        signIns.signIn(
                credentials.user(),
                credentials.password(),
                () -> request.login(credentials.user(), credentials.password()));
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
}
