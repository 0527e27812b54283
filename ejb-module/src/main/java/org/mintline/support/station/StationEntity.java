package org.mintline.support.station;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigSettings;
import org.mintline.support.Stations.Station;
import org.mintline.tenancy.ClientCertificate;

/** A row of {@code station}. */
@Entity
@Table(name = "station")
class StationEntity {
    private static final int SUBJECT_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "station_seq")
    @SequenceGenerator(name = "station_seq", sequenceName = "station_seq", allocationSize = 1)
    private Long id;

    private String name;
    private String fingerprint;
    private String subject;
    private Instant notAfter;
    private String lot;

    @Enumerated(EnumType.STRING)
    private AuthenticationManner manner;

    private boolean testAllowed;

    @Column(precision = 12, scale = 6)
    private BigDecimal jigVolt;

    @Column(precision = 12, scale = 6)
    private BigDecimal jigAmpere;

    @Column(precision = 9, scale = 6)
    private BigDecimal jigTolerance;

    private Integer jigSamples;
    private boolean enabled;
    private Instant registeredAt;
    private Instant lastSeenAt;

    @Version
    private int version;

    protected StationEntity() {}

    StationEntity(
            String name, X509Certificate certificate, Optional<String> lot, AuthenticationRules rules, Instant now) {
        this.name = name;
        this.registeredAt = now;
        change(certificate);
        change(lot, rules, true);
    }

    final void change(X509Certificate certificate) {
        String distinguishedName = certificate.getSubjectX500Principal().getName();
        fingerprint = ClientCertificate.fingerprint(certificate);
        subject = distinguishedName.substring(0, Math.min(distinguishedName.length(), SUBJECT_LENGTH));
        notAfter = certificate.getNotAfter().toInstant();
    }

    final void change(Optional<String> newLot, AuthenticationRules rules, boolean isEnabled) {
        lot = newLot.orElse(null);
        manner = rules.manner();
        testAllowed = rules.isTestAllowed();
        jigVolt = rules.jig().map(JigSettings::volt).orElse(null);
        jigAmpere = rules.jig().map(JigSettings::ampere).orElse(null);
        jigTolerance = rules.jig().map(JigSettings::tolerance).orElse(null);
        jigSamples = rules.jig().map(JigSettings::samples).orElse(null);
        enabled = isEnabled;
    }

    Station toStation() {
        return new Station(
                id,
                name,
                fingerprint,
                subject,
                notAfter,
                Optional.ofNullable(lot),
                rules(),
                enabled,
                registeredAt,
                Optional.ofNullable(lastSeenAt));
    }

    private AuthenticationRules rules() {
        Optional<JigSettings> jig = Optional.ofNullable(jigVolt)
                .map(volt -> new JigSettings(plain(volt), plain(jigAmpere), plain(jigTolerance), jigSamples));
        return new AuthenticationRules(manner, jig, testAllowed);
    }

    /** Without the zeros that the column adds. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
