package org.mintline.tenancy;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The operators of this installation. */
public interface OperatorDirectory {
    /**
     * The operator that the client certificate of a mutual TLS session names: the certificate's SHA-256 fingerprint is one of
     * those registered for it.
     */
    Optional<Operator> findByClientCertificate(X509Certificate certificate);

    /** The operator with that number. */
    Optional<Operator> find(OperatorId id);

    /** The operator with that name. */
    Optional<Operator> findByName(String name);

    /** All operators, by name; there are few. */
    List<Operator> list();

    /**
     * Registers an operator and the certificates of its ES2+ clients.
     *
     * @throws OperatorExistsException if the name, the requester identifier or a certificate is taken
     */
    Operator register(
            String name,
            String functionRequesterIdentifier,
            Optional<java.net.URI> callbackAddress,
            List<X509Certificate> clientCertificates);
}
