package org.mintline.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The client certificate of a mutual TLS session, as the container hands it on (Jakarta Servlet 6.0, clause 3.10). */
public final class ClientCertificates {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private ClientCertificates() {}

    /** The certificate that the client has shown; empty if it has shown none. */
    public static Optional<X509Certificate> of(HttpServletRequest request) {
        if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
            return Optional.of(chain[0]);
        }
        return Optional.empty();
    }
}
