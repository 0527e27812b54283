package org.mintline.web.rest.administration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mintline.users.RecentSignIns;
import org.mintline.users.Role;
import org.mintline.users.User;
import org.mintline.users.Users;

/** A security domain with the users admin, an administrator, and auditor, who is none; the password of both is secret. */
final class TwoUsers extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The accounts of the two. */
    static RecentSignIns signIns() {
        Users accounts = (Users) Proxy.newProxyInstance(
                Users.class.getClassLoader(), new Class<?>[] {Users.class}, (self, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Optional.of(new User(
                                (String) arguments[0], Optional.empty(), Set.of(Role.AUDITOR), true, Instant.EPOCH));
                    }
                    throw new IllegalStateException("nobody should ask " + method);
                });
        return new RecentSignIns(accounts, Clock.systemUTC());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Request(request), response);
    }

    private static final class Request extends HttpServletRequestWrapper {
        private String user;

        Request(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void login(String name, String password) throws ServletException {
            if (!password.equals("secret") || !(name.equals("admin") || name.equals("auditor"))) {
                throw new ServletException("user or password is wrong");
            }
            user = name;
        }

        @Override
        public Principal getUserPrincipal() {
            return user == null ? null : () -> user;
        }

        @Override
        public boolean isUserInRole(String role) {
            return "admin".equals(user) && role.equals("administrator");
        }
    }
}
