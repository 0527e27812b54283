package org.mintline.device.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.identification.Eid;

/** Certificates that an SM-DP+ must refuse, for the error cases of SGP.23, each wrong in one thing alone. */
public final class BrokenCertificates {
    /** What is wrong. */
    public enum Flaw {
        /** Its time is over. */
        EXPIRED,
        /** One bit of the signature is another. */
        WRONG_SIGNATURE,
        /** Its policy names another role. */
        WRONG_ROLE,
        /** Its chain ends at a CI that nobody trusts. */
        FOREIGN_CI,
        /** Its EID is none that the EUM may issue for (eUICC), or it permits only other EIDs (EUM). */
        EID_OUTSIDE_RANGE
    }

    /**
     * An EUM certificate and an eUICC certificate under it, with the eUICC's key.
     *
     * @param eum CERT.EUM
     * @param euicc CERT.EUICC
     */
    public record Chain(KeyAndCertificate eum, KeyAndCertificate euicc) {}

    private static final String OTHER_EIN = "89033023";
    private static final Duration LONG_AGO = Duration.ofDays(800);

    private final Cryptography cryptography;
    private final KeyAndCertificate certificateIssuer;
    private final KeyAndCertificate goodEum;
    private final String ein;
    private final Instant from;

    /** @param pki whose good certificates the broken ones take the place of */
    public BrokenCertificates(Cryptography cryptography, RspPki pki, TestPki.Parameters parameters) {
        this(cryptography, pki.certificateIssuer(), pki.eum(), parameters.ein());
    }

    BrokenCertificates(
            Cryptography cryptography, KeyAndCertificate certificateIssuer, KeyAndCertificate eum, String ein) {
        this.cryptography = cryptography;
        this.certificateIssuer = certificateIssuer;
        this.goodEum = eum;
        this.ein = ein;
        this.from = eum.certificate().getNotBefore().toInstant();
    }

    /** A chain in which the EUM certificate has the flaw; the eUICC certificate is in order under it. */
    public Chain brokenEum(Flaw flaw) {
        KeyAndCertificate ci = flaw == Flaw.FOREIGN_CI ? foreignIssuer() : certificateIssuer;
        CertificateTemplate template = RspPki.eum(from, flaw == Flaw.EID_OUTSIDE_RANGE ? OTHER_EIN : ein);
        KeyAndCertificate eum =
                switch (flaw) {
                    case EXPIRED ->
                        template.valid(from.minus(LONG_AGO), LONG_AGO).issuedBy(cryptography, ci);
                    case WRONG_SIGNATURE -> withWrongSignature(template.issuedBy(cryptography, ci));
                    case WRONG_ROLE -> eumWithOtherRole().issuedBy(cryptography, ci);
                    case FOREIGN_CI, EID_OUTSIDE_RANGE -> template.issuedBy(cryptography, ci);
                };
        return new Chain(eum, RspPki.euicc(from, eid()).issuedBy(cryptography, eum));
    }

    /** A chain in which the eUICC certificate has the flaw; the EUM certificate is in order. */
    public Chain brokenEuicc(Flaw flaw) {
        CertificateTemplate template = RspPki.euicc(from, eid());
        return switch (flaw) {
            case EXPIRED -> under(goodEum, template.valid(from.minus(LONG_AGO), LONG_AGO));
            case WRONG_SIGNATURE -> new Chain(goodEum, withWrongSignature(template.issuedBy(cryptography, goodEum)));
            case WRONG_ROLE -> under(goodEum, euiccWithOtherRole());
            case FOREIGN_CI -> brokenEum(Flaw.FOREIGN_CI);
            case EID_OUTSIDE_RANGE ->
                under(
                        goodEum,
                        RspPki.euicc(
                                from,
                                Eid.withCheckDigits(OTHER_EIN + "0".repeat(22)).digits()));
        };
    }

    private Chain under(KeyAndCertificate eum, CertificateTemplate euicc) {
        return new Chain(eum, euicc.issuedBy(cryptography, eum));
    }

    private KeyAndCertificate foreignIssuer() {
        return RspPki.certificateIssuer(from)
                .selfSigned(
                        cryptography,
                        EllipticCurve.of(certificateIssuer.certificate().getPublicKey()));
    }

    private CertificateTemplate eumWithOtherRole() {
        return CertificateTemplate.of(RspPki.EUM_ORGANIZATION, "Test EUM")
                .valid(from, RspPki.ROOT_LIFETIME)
                .policy(true, CertificateRole.DP_AUTH.objectIdentifier())
                .issuer(0)
                .permittedEids(RspPki.EUM_ORGANIZATION, ein);
    }

    private CertificateTemplate euiccWithOtherRole() {
        return CertificateTemplate.ofEuicc(RspPki.EUM_ORGANIZATION, "Test eUICC", eid())
                .valid(from, RspPki.ROOT_LIFETIME)
                .policy(true, CertificateRole.DP_PB.objectIdentifier())
                .endEntity();
    }

    private String eid() {
        return RspPki.eid(ein, 0);
    }

    private static KeyAndCertificate withWrongSignature(KeyAndCertificate good) {
        try {
            byte[] der = good.certificate().getEncoded();
            der[der.length - 1] ^= 1;
            X509Certificate altered = Certificates.of(der);
            return new KeyAndCertificate(good.privateKey(), altered);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot alter a test certificate", e);
        }
    }
}
