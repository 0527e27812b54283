package org.mintline.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code operator_client_certificate}. */
@Entity
@Table(name = "operator_client_certificate")
class ClientCertificateEntity {
    private static final int SUBJECT_LENGTH = 500;

    @Id
    private String fingerprint;

    private Long operatorId;
    private String subject;
    private Instant notAfter;
    private byte[] certificate;
    private Instant registeredAt;
    private Instant revokedAt;

    protected ClientCertificateEntity() {}

    ClientCertificateEntity(OperatorId operator, X509Certificate certificate, Instant registeredAt)
            throws CertificateEncodingException {
        String name = certificate.getSubjectX500Principal().getName();
        this.fingerprint = ClientCertificate.fingerprint(certificate);
        this.operatorId = operator.value();
        this.subject = name.substring(0, Math.min(name.length(), SUBJECT_LENGTH));
        this.notAfter = certificate.getNotAfter().toInstant();
        this.certificate = certificate.getEncoded();
        this.registeredAt = registeredAt;
    }

    OperatorId operator() {
        return new OperatorId(operatorId);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    ClientCertificate toClientCertificate() {
        return new ClientCertificate(fingerprint, subject, notAfter, registeredAt, Optional.ofNullable(revokedAt));
    }
}
