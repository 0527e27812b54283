package org.mintline.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mintline.configuration.MintlineConfiguration;

/** Pages of rooms that this server does not have by its roles are not found. */
@WebFilter("/console/*")
public final class RoomsOfRoles extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MintlineConfiguration configuration;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Navigation.isAbsent(request.getServletPath(), configuration.roles())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
