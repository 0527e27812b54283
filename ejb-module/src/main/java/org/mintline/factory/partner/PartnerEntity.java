package org.mintline.factory.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.tenancy.ClientCertificate;

/** A row of {@code factory_partner}. */
@Entity
@Table(name = "factory_partner")
class PartnerEntity {
    private static final int SUBJECT_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "factory_partner_seq")
    @SequenceGenerator(name = "factory_partner_seq", sequenceName = "factory_partner_seq", allocationSize = 1)
    private Long id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private String fingerprint;
    private String subject;
    private Instant notAfter;
    private Instant registeredAt;
    private Instant revokedAt;

    @Version
    private int version;

    protected PartnerEntity() {}

    PartnerEntity(Kind kind, String name, X509Certificate certificate, Instant now) {
        String subjectName = certificate.getSubjectX500Principal().getName();
        this.kind = kind;
        this.name = name;
        this.fingerprint = ClientCertificate.fingerprint(certificate);
        this.subject = subjectName.substring(0, Math.min(subjectName.length(), SUBJECT_LENGTH));
        this.notAfter = certificate.getNotAfter().toInstant();
        this.registeredAt = now;
    }

    long id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** Whether that changes anything. */
    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    Partner toPartner(List<PartnerLotEntity> lots) {
        return new Partner(
                kind,
                name,
                new ClientCertificate(fingerprint, subject, notAfter, registeredAt, Optional.ofNullable(revokedAt)),
                lots.stream().map(PartnerLotEntity::toLot).toList());
    }
}
