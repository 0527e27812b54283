package org.mintline.web.listener;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.ServerRole;

/**
 * What stands before every path: nothing is answered without TLS, a path is found on its own listener only, and only where
 * the server has its role, a body has a limit, a device's address has a rate,
 * and every answer carries the security headers.
 *
 * <p>The port asked for is the one that the connection came to, never the one a header names.
 */
@WebFilter("/*")
public final class ListenerBoundary extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REMEMBERED_ADDRESSES = 20_000;
    private static final int DEFAULT_RATE = 500;

    @Inject
    private transient MintlineConfiguration configuration;

    private transient Map<Listener, Integer> ports;
    private transient Routes routes;
    private transient RequestRate es9PlusRate;
    private transient Set<ServerRole> roles;

    /** For the container, which calls {@link #init()} next. */
    public ListenerBoundary() {}

    /**
     * @param ports the port of each listener
     * @param routes the path space
     * @param es9PlusRate how often one remote address may call on the listener of the devices
     * @param roles what this server is there for
     */
    ListenerBoundary(Map<Listener, Integer> ports, Routes routes, RequestRate es9PlusRate, Set<ServerRole> roles) {
        this.ports = ports;
        this.routes = routes;
        this.es9PlusRate = es9PlusRate;
        this.roles = roles;
    }

    @Override
    public void init() {
        ports = configuredPorts();
        routes = new Routes(configuration.limits());
        es9PlusRate = configuredRate();
        roles = configuration.roles();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.isSecure()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Route route = routes.of(path(request));
        if (!route.isServedBy(roles) || !isAnsweredAt(request.getLocalPort(), route.listener())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        secure(response, route);
        if (route.listener() == Listener.ES9PLUS
                && !es9PlusRate.admits(InetAddress.getByName(request.getRemoteAddr()))) {
            response.setHeader("Retry-After", "1");
            response.setStatus(TOO_MANY_REQUESTS);
            return;
        }
        chain.doFilter(new BoundedRequest(request, route.maximumBody()), response);
    }

    private boolean isAnsweredAt(int port, Listener listener) {
        return ports.get(listener) == port
                || listener == Listener.ES9PLUS && ports.get(Listener.ES9PLUS_BRAINPOOL) == port;
    }

    /** The path as the container routed it: decoded, without parameters and without {@code ..}. */
    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    private static void secure(HttpServletResponse response, Route route) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", route.contentSecurityPolicy());
        if (!route.path().isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    private static Map<Listener, Integer> configuredPorts() {
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            ports.put(listener, listener.port());
        }
        return ports;
    }

    private static RequestRate configuredRate() {
        int perSecond = Integer.getInteger("mintline.listener.es9plus.rate", DEFAULT_RATE);
        return new RequestRate(perSecond, Math.max(1, 2 * perSecond), REMEMBERED_ADDRESSES, System::nanoTime);
    }
}
