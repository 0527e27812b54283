package org.mintline.web.rest.administration;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mintline.users.RecentSignIns;
import org.mintline.users.Role;
import org.mintline.users.User;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.Roles;

/**
 * Gives a request the identity of the user that it names, without hashing its password anew, where that user signed in with the same
 * password a short while ago. All other requests are left to {@link AdministratorOnly}.
 */
@WebFilter("/administration/v1/*")
public final class RememberedSignIn extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String REMEMBERED = RememberedSignIn.class.getName();

    @Inject
    private transient RecentSignIns signIns;

    /** Whether the user of a request is known already. */
    static boolean covers(HttpServletRequest request) {
        return request.getAttribute(REMEMBERED) != null;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<User> user = BasicCredentials.of(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(credentials -> signIns.find(credentials.user(), credentials.password()));
        if (user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityIdentity identity = identity(user.get());
        Callable<Void> rest = () -> {
            chain.doFilter(new OfUser(request, identity.getPrincipal(), user.get()), response);
            return null;
        };
        try {
            identity.runAs(rest);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Made without asking the realm, which would count it as a sign-in that was right or wrong. */
    private static SecurityIdentity identity(User user) {
        Set<String> roles = user.roles().stream().map(Role::title).collect(Collectors.toSet());
        return SecurityDomain.getCurrent()
                .createAdHocIdentity(user.name())
                .withDefaultRoleMapper(none -> Roles.fromSet(roles));
    }

    /** A request with the user that it comes from. */
    private static final class OfUser extends HttpServletRequestWrapper {
        private final Principal principal;
        private final User user;

        OfUser(HttpServletRequest request, Principal principal, User user) {
            super(request);
            this.principal = principal;
            this.user = user;
            setAttribute(REMEMBERED, true);
        }

        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return user.roles().stream().anyMatch(one -> one.title().equals(role));
        }
    }
}
