package org.mintline.web.listener;

import java.util.List;
import org.mintline.configuration.MintlineConfiguration.Limits;
import org.mintline.configuration.ServerRole;

/** The path space of the server. */
final class Routes {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long ADMINISTRATION = 2 * MEBIBYTE;
    private static final long STATION = 128 * 1024;
    private static final long REPORTS = 4 * MEBIBYTE;

    /** Lists of 100,000 ICCIDs and as many EIDs. */
    private static final long BATCH_ORDER = 8 * MEBIBYTE;

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /**
     * A page loads from its own server alone. Scripts are left to the console, which sends a nonce for each page: what two
     * policies say holds together.
     */
    private static final String PAGES =
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'";

    private final List<Route> mostSpecificFirst;

    /** @param limits how long a request may be */
    Routes(Limits limits) {
        mostSpecificFirst = List.of(
                new Route("/gsma/rsp2/es9plus", Listener.ES9PLUS, limits.es9plus(), NOTHING, ServerRole.GENERATION),
                new Route("/gsma/rsp2/asn1", Listener.ES9PLUS, limits.es9plus(), NOTHING, ServerRole.GENERATION),
                new Route("/gsma/rsp2/es2plus", Listener.ES2PLUS, limits.es2plus(), NOTHING, ServerRole.GENERATION),
                new Route("/aggregation", Listener.STATIONS, REPORTS, NOTHING, ServerRole.AGGREGATION),
                new Route("/local-provisioning", Listener.STATIONS, STATION, NOTHING, ServerRole.LOCAL_PROVISIONING),
                new Route(
                        "/administration/v1/local-provisioning",
                        Listener.CONSOLE,
                        ADMINISTRATION,
                        NOTHING,
                        ServerRole.LOCAL_PROVISIONING),
                new Route("/station", Listener.STATIONS, STATION, NOTHING, ServerRole.SUPPORT),
                new Route(
                        "/administration/v1/support/devices",
                        Listener.CONSOLE,
                        limits.importFile(),
                        NOTHING,
                        ServerRole.SUPPORT),
                new Route("/administration/v1/support", Listener.CONSOLE, ADMINISTRATION, NOTHING, ServerRole.SUPPORT),
                new Route(
                        "/administration/v1/imports",
                        Listener.CONSOLE,
                        limits.importFile(),
                        NOTHING,
                        ServerRole.GENERATION),
                new Route(
                        "/administration/v1/lots",
                        Listener.CONSOLE,
                        limits.importFile(),
                        NOTHING,
                        ServerRole.GENERATION),
                new Route("/administration/v1/batches", Listener.CONSOLE, BATCH_ORDER, NOTHING, ServerRole.GENERATION),
                new Route(
                        "/administration/v1/profiles",
                        Listener.CONSOLE,
                        ADMINISTRATION,
                        NOTHING,
                        ServerRole.GENERATION),
                new Route("/administration", Listener.CONSOLE, ADMINISTRATION, NOTHING),
                new Route("/openapi.yaml", Listener.CONSOLE, 0, NOTHING),
                new Route("", Listener.CONSOLE, limits.importFile(), PAGES));
    }

    /** The route of a path, decoded and normalised as the container routes it. */
    Route of(String path) {
        return mostSpecificFirst.stream()
                .filter(route -> route.takes(path))
                .findFirst()
                .orElseThrow();
    }
}
