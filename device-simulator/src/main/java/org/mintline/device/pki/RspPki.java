package org.mintline.device.pki;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;

/**
 * The certificates of one certificate issuer on one curve, in the manner of SGP.26 (variant O of SGP.22 v2).
 *
 * @param curve the curve of all its keys
 * @param certificateIssuer CERT.CI
 * @param eum CERT.EUM
 * @param euiccs CERT.EUICC, in the order of their EIDs
 * @param dpAuth CERT.DPauth
 * @param dpPb CERT.DPpb
 * @param dpTls CERT.DP.TLS
 */
public record RspPki(
        EllipticCurve curve,
        KeyAndCertificate certificateIssuer,
        KeyAndCertificate eum,
        List<KeyAndCertificate> euiccs,
        KeyAndCertificate dpAuth,
        KeyAndCertificate dpPb,
        KeyAndCertificate dpTls) {
    static final Duration ROOT_LIFETIME = Duration.ofDays(35 * 365L);
    static final Duration LIFETIME = Duration.ofDays(10 * 365L);
    static final Duration TLS_LIFETIME = Duration.ofDays(397);
    static final String EUM_ORGANIZATION = "Mintline Test EUM";
    static final String SMDP_ORGANIZATION = "Mintline Test SM-DP+";

    private static final String CI_OBJECT_IDENTIFIER = "2.999.1";
    private static final String EUM_OBJECT_IDENTIFIER = "2.999.5";
    private static final String CRL_URL = "http://ci.mintline.test/CRL.crl";

    /** Everything fresh, but for the certificate issuer if one is given. */
    static RspPki create(
            Cryptography cryptography,
            EllipticCurve curve,
            TestPki.Parameters parameters,
            Optional<KeyAndCertificate> certificateIssuer) {
        Instant from = parameters.validFrom();
        KeyAndCertificate ci =
                certificateIssuer.orElseGet(() -> certificateIssuer(from).selfSigned(cryptography, curve));
        KeyAndCertificate eum = eum(from, parameters.ein()).issuedBy(cryptography, ci);
        List<KeyAndCertificate> euiccs = new ArrayList<>();
        for (int i = 0; i < parameters.euiccs(); i++) {
            euiccs.add(euicc(from, eid(parameters.ein(), i)).issuedBy(cryptography, eum));
        }
        return new RspPki(
                curve,
                ci,
                eum,
                List.copyOf(euiccs),
                smdp(CertificateRole.DP_AUTH, from, parameters).issuedBy(cryptography, ci),
                smdp(CertificateRole.DP_PB, from, parameters).issuedBy(cryptography, ci),
                smdpTls(from, parameters).issuedBy(cryptography, ci));
    }

    /** The EID of the eUICC at a place in the list: EIN, a number of 22 digits, check digits. */
    public static String eid(String ein, int index) {
        return Eid.withCheckDigits(ein + String.format("%022d", index)).digits();
    }

    static CertificateTemplate certificateIssuer(Instant from) {
        return CertificateTemplate.of("Mintline Test", "Test CI")
                .valid(from, ROOT_LIFETIME)
                .policy(true, CertificateRole.CI.objectIdentifier())
                .issuer(-1)
                .registeredId(CI_OBJECT_IDENTIFIER)
                .crlAt(CRL_URL);
    }

    static CertificateTemplate eum(Instant from, String ein) {
        return CertificateTemplate.of(EUM_ORGANIZATION, "Test EUM")
                .valid(from, ROOT_LIFETIME)
                .policy(true, CertificateRole.EUM.objectIdentifier())
                .issuer(0)
                .permittedEids(EUM_ORGANIZATION, ein)
                .registeredId(EUM_OBJECT_IDENTIFIER)
                .crlAt(CRL_URL);
    }

    static CertificateTemplate euicc(Instant from, String eid) {
        return CertificateTemplate.ofEuicc(EUM_ORGANIZATION, "Test eUICC", eid)
                .valid(from, ROOT_LIFETIME)
                .policy(true, CertificateRole.EUICC.objectIdentifier())
                .endEntity();
    }

    static CertificateTemplate smdp(CertificateRole role, Instant from, TestPki.Parameters parameters) {
        return CertificateTemplate.of(SMDP_ORGANIZATION, "Test SM-DP+")
                .valid(from, LIFETIME)
                .policy(true, role.objectIdentifier())
                .endEntity()
                .registeredId(parameters.smdpOid())
                .crlAt(CRL_URL);
    }

    private static CertificateTemplate smdpTls(Instant from, TestPki.Parameters parameters) {
        return CertificateTemplate.of(SMDP_ORGANIZATION, parameters.smdpAddress())
                .valid(from, TLS_LIFETIME)
                .policy(false, CertificateRole.DP_TLS.objectIdentifier())
                .endEntity()
                .tls(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth)
                .hostName(parameters.smdpAddress())
                .registeredId(parameters.smdpOid())
                .crlAt(CRL_URL);
    }
}
