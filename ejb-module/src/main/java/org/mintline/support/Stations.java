package org.mintline.support;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.station.AuthenticationRules;

/** The stations of a factory. */
public interface Stations {
    /**
     * A station.
     *
     * @param id its number here
     * @param name by which reports name it: 1 to 100 letters, digits, spaces, dots, hyphens and underscores
     * @param fingerprint SHA-256 of its client certificate, 64 lower-case hexadecimal digits
     * @param subject of its client certificate
     * @param notAfter until when that is valid
     * @param lot the lot of devices that it serves; empty for all
     * @param rules how it has to authenticate devices
     * @param isEnabled whether it is served
     * @param registeredAt since when it is here
     * @param lastSeenAt when it called last, to the minute; empty if it never did
     */
    record Station(
            long id,
            String name,
            String fingerprint,
            String subject,
            Instant notAfter,
            Optional<String> lot,
            AuthenticationRules rules,
            boolean isEnabled,
            Instant registeredAt,
            Optional<Instant> lastSeenAt) {}

    /** All stations, by name; at most 1,000. */
    List<Station> list();

    /** One station. */
    Optional<Station> find(long id);

    /**
     * The station that the client certificate of a mutual TLS session names, if it is enabled and its certificate is registered here. It is
     * seen by that.
     */
    Optional<Station> findByClientCertificate(X509Certificate certificate);

    /**
     * Registers a station.
     *
     * @param requestedBy for the audit line
     * @throws SupportException if its name or certificate is taken
     */
    Station register(
            String name,
            X509Certificate certificate,
            Optional<String> lot,
            AuthenticationRules rules,
            String requestedBy);

    /**
     * Changes a station: what lot it serves, how it authenticates devices, and whether it is served at all.
     *
     * @throws SupportException if there is none of that number
     */
    Station change(long id, Optional<String> lot, AuthenticationRules rules, boolean isEnabled, String requestedBy);

    /**
     * Gives a station another client certificate; the one before names nobody any more.
     *
     * @throws SupportException if there is no station of that number, or the certificate is taken
     */
    Station changeCertificate(long id, X509Certificate certificate, String requestedBy);
}
