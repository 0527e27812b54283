package org.mintline.device.pki;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.image.SigningKind;

/**
 * A whole fresh test PKI: the RSP certificates under one certificate issuer for each curve, and the TLS certificates outside of
 * RSP: operators' clients on ES2+, the server on ES2+ and on the console, stations of a factory; and the keys that sign images.
 *
 * <p>TLS keys outside of ES9+ are always on NIST P-256, since the JDK has no brainpool curves.
 *
 * @param parameters what it was made for
 * @param byCurve the RSP certificates, by curve; NIST P-256 is always there
 * @param operatorAuthority the CA of operators' client certificates
 * @param operator an operator's client certificate on ES2+
 * @param serverAuthority the CA of the server's certificates outside of RSP
 * @param es2plus the server's certificate on ES2+
 * @param console the server's certificate on the console
 * @param stationAuthority the CA of stations' client certificates
 * @param station a station's client certificate
 * @param imageSigners the keys that sign profile images, by kind
 */
public record TestPki(
        Parameters parameters,
        Map<EllipticCurve, RspPki> byCurve,
        KeyAndCertificate operatorAuthority,
        KeyAndCertificate operator,
        KeyAndCertificate serverAuthority,
        KeyAndCertificate es2plus,
        KeyAndCertificate console,
        KeyAndCertificate stationAuthority,
        KeyAndCertificate station,
        Map<SigningKind, KeyAndCertificate> imageSigners) {
    /** The identification number of the EUM where nobody says otherwise: the first 8 digits of its EIDs. */
    public static final String EIN = "89049032";

    /**
     * What a test PKI is made for.
     *
     * @param smdpAddress the host name of the SM-DP+, as in activation codes
     * @param smdpOid the object identifier of the SM-DP+ in dotted form
     * @param curves the curves for which the SM-DP+ and the eUICCs get certificates
     * @param ein the EIN of the EUM, 8 digits
     * @param euiccs how many eUICCs on each curve
     * @param operator the name of the operator, the common name of its client certificate
     * @param validFrom the instant from which on all certificates are valid
     */
    public record Parameters(
            String smdpAddress,
            String smdpOid,
            Set<EllipticCurve> curves,
            String ein,
            int euiccs,
            String operator,
            Instant validFrom) {
        private static final int MAXIMUM_EUICCS = 100_000;

        /** Refuses what makes no PKI. */
        public Parameters {
            if (curves.isEmpty()) {
                throw new IllegalArgumentException("no curve is named");
            }
            if (!ein.matches("[0-9]{8}")) {
                throw new IllegalArgumentException("an EIN has 8 digits");
            }
            if (euiccs < 0 || euiccs > MAXIMUM_EUICCS) {
                throw new IllegalArgumentException("0 to " + MAXIMUM_EUICCS + " eUICCs are made");
            }
            curves = Set.copyOf(curves);
        }

        /** One eUICC on each curve, the OID 2.999.10 and the EIN 89049032 of SGP.26, valid from yesterday on. */
        public static Parameters of(String smdpAddress, Instant now) {
            return new Parameters(
                    smdpAddress,
                    "2.999.10",
                    Set.of(EllipticCurve.values()),
                    EIN,
                    1,
                    "operator1",
                    now.minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** Makes one; about a millisecond for each certificate on NIST P-256, some more on brainpoolP256r1. */
    public static TestPki create(Cryptography cryptography, Parameters parameters) {
        return create(cryptography, parameters, Map.of());
    }

    /**
     * Makes one whose eSIM CIs are there already, so that eUICCs of theirs know the new server.
     *
     * @param certificateIssuers by curve; a curve without one gets a fresh one
     */
    public static TestPki create(
            Cryptography cryptography,
            Parameters parameters,
            Map<EllipticCurve, KeyAndCertificate> certificateIssuers) {
        Map<EllipticCurve, RspPki> byCurve = new EnumMap<>(EllipticCurve.class);
        for (EllipticCurve curve : EllipticCurve.values()) {
            if (parameters.curves().contains(curve) || curve == EllipticCurve.NIST_P256) {
                byCurve.put(
                        curve,
                        RspPki.create(
                                cryptography, curve, parameters, Optional.ofNullable(certificateIssuers.get(curve))));
            }
        }
        Instant from = parameters.validFrom();
        KeyAndCertificate operators =
                authority("Test operators' CA", from).selfSigned(cryptography, EllipticCurve.NIST_P256);
        KeyAndCertificate servers = authority("Test server CA", from).selfSigned(cryptography, EllipticCurve.NIST_P256);
        KeyAndCertificate stations =
                authority("Test stations' CA", from).selfSigned(cryptography, EllipticCurve.NIST_P256);
        Map<SigningKind, KeyAndCertificate> imageSigners = new EnumMap<>(SigningKind.class);
        for (SigningKind kind : SigningKind.values()) {
            imageSigners.put(kind, ImageKeys.makeSigner(kind, cryptography, from));
        }
        return new TestPki(
                parameters,
                byCurve,
                operators,
                operator(parameters.operator(), from).issuedBy(cryptography, operators),
                servers,
                server(parameters.smdpAddress(), from).issuedBy(cryptography, servers),
                server(parameters.smdpAddress(), from).issuedBy(cryptography, servers),
                stations,
                tls("station1", from).issuedBy(cryptography, stations),
                imageSigners);
    }

    /** CERT.DP.TLS on NIST P-256, as the ES9+ listener uses it. */
    public KeyAndCertificate es9plus() {
        return byCurve.get(EllipticCurve.NIST_P256).dpTls();
    }

    /** A further operator's client certificate. */
    public KeyAndCertificate operator(Cryptography cryptography, String name) {
        return operator(name, parameters.validFrom()).issuedBy(cryptography, operatorAuthority);
    }

    private static CertificateTemplate authority(String name, Instant from) {
        return CertificateTemplate.of("Mintline Test", name)
                .valid(from, RspPki.LIFETIME)
                .issuer(0);
    }

    /** An operator is a client on ES2+, and the server of its callback. */
    private static CertificateTemplate operator(String name, Instant from) {
        return tls(name, from).hostName("localhost").address("127.0.0.1");
    }

    private static CertificateTemplate server(String hostName, Instant from) {
        return tls(hostName, from).hostName(hostName).hostName("localhost").address("127.0.0.1");
    }

    /** For both sides of mutual TLS: whoever serves one interface calls the other side on another. */
    private static CertificateTemplate tls(String name, Instant from) {
        Duration lifetime = RspPki.TLS_LIFETIME;
        return CertificateTemplate.of("Mintline Test", name)
                .valid(from, lifetime)
                .endEntity()
                .tls(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
    }
}
