package org.mintline.web.listener;

import java.util.List;

/**
 * A part of the path space: where it is answered and how much it takes in.
 *
 * @param path the path itself; the route also takes every path below it
 * @param listener the only listener on which it is answered
 * @param maximumBody the longest request body in bytes
 * @param contentSecurityPolicy what a browser may do with an answer
 */
record Route(String path, Listener listener, long maximumBody, String contentSecurityPolicy) {
    private static final int KIBIBYTE = 1024;
    private static final long MEBIBYTE = 1024L * KIBIBYTE;
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /**
     * A page loads from its own server alone. Scripts are left to the console, which sends a nonce for each page: what two
     * policies say holds together.
     */
    private static final String PAGES =
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'";

    /**
     * All routes, the most specific first. A message of ES9+ has at most 64 KiB of ASN.1, which is 88 KiB of base64; a profile
     * package at most 1 MiB; an import of profile data has a line of some 300 bytes for each profile.
     */
    private static final List<Route> ALL = List.of(
            new Route("/gsma/rsp2/es9plus", Listener.ES9PLUS, 96 * KIBIBYTE, NOTHING),
            new Route("/gsma/rsp2/asn1", Listener.ES9PLUS, 64 * KIBIBYTE, NOTHING),
            new Route("/gsma/rsp2/es2plus", Listener.ES2PLUS, 16 * KIBIBYTE, NOTHING),
            new Route("/administration/v1/imports", Listener.CONSOLE, 1024 * MEBIBYTE, NOTHING),
            new Route("/administration", Listener.CONSOLE, 2 * MEBIBYTE, NOTHING),
            new Route("/openapi.yaml", Listener.CONSOLE, 0, NOTHING),
            new Route("", Listener.CONSOLE, 64 * MEBIBYTE, PAGES));

    /** The route of a path, decoded and normalised as the container routes it. */
    static Route of(String path) {
        return ALL.stream().filter(route -> route.takes(path)).findFirst().orElseThrow();
    }

    private boolean takes(String candidate) {
        return candidate.startsWith(path)
                && (path.isEmpty() || candidate.length() == path.length() || candidate.charAt(path.length()) == '/');
    }
}
