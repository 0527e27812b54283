package org.mintline.tenancy;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Changes to operators that are registered already. A change reaches the other nodes of a cluster within ten seconds.
 *
 * <p>All functions throw {@link IllegalArgumentException} for an operator that does not exist.
 */
public interface OperatorAdministration {
    /** The client certificates of an operator, the revoked ones too, in the order of their registration; at most 1,000. */
    List<ClientCertificate> clientCertificates(OperatorId operator);

    /**
     * Registers a further certificate of an operator's ES2+ clients.
     *
     * @throws OperatorExistsException if the certificate is registered already, be it revoked
     */
    ClientCertificate registerClientCertificate(OperatorId operator, X509Certificate certificate);

    /**
     * Revokes a client certificate: it names nobody from now on. Nothing changes if it was revoked before.
     *
     * @param fingerprint its SHA-256 fingerprint, 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the operator has no such certificate
     */
    void revokeClientCertificate(OperatorId operator, String fingerprint);

    /** Changes where ES2+.HandleDownloadProgressInfo is sent; empty for no calls. */
    Operator changeCallbackAddress(OperatorId operator, Optional<URI> callbackAddress);
}
