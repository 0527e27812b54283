package org.mintline.tenancy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A certificate by which an operator's ES2+ client is known.
 *
 * @param fingerprint SHA-256 of the certificate, 64 lower-case hexadecimal digits
 * @param subject its subject's distinguished name
 * @param notAfter until when it is valid
 * @param registeredAt since when it names the operator
 * @param revokedAt since when it does so no more
 */
public record ClientCertificate(
        String fingerprint, String subject, Instant notAfter, Instant registeredAt, Optional<Instant> revokedAt) {

    /** The SHA-256 fingerprint of a certificate, 64 lower-case hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
