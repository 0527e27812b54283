package org.mintline.rsp.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.rsp.certificate.CertificateRejectedException.Reason;
import org.mintline.rsp.certificate.CertificateVerifier.Verified;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/** The published test certificates of SGP.26. */
class Sgp26Test {
    private static final Path FOLDER = Path.of(System.getProperty("mintline.material", "none"), "sgp26");
    private static final Instant AUTUMN_2026 = Instant.parse("2026-11-01T00:00:00Z");
    private static final String EID = "89049032123451234512345678901235";

    @BeforeEach
    void the_published_certificates_are_here() {
        assumeTrue(Files.isDirectory(FOLDER), "published material is not in " + FOLDER);
    }

    @ParameterizedTest
    @CsvSource({
        "DPauth/CERT_S_SM_DPauth_ECDSA_NIST, DP_AUTH, NIST_P256",
        "DPauth/CERT_S_SM_DPauth_ECDSA_BRP, DP_AUTH, BRAINPOOL_P256R1",
        "DPauth/CERT_S_SM_DP2auth_ECDSA_NIST, DP_AUTH, NIST_P256",
        "DPauth/CERT_S_SM_DP2auth_ECDSA_BRP, DP_AUTH, BRAINPOOL_P256R1",
        "DPpb/CERT_S_SM_DPpb_ECDSA_NIST, DP_PB, NIST_P256",
        "DPpb/CERT_S_SM_DPpb_ECDSA_BRP, DP_PB, BRAINPOOL_P256R1",
        "DPpb/CERT_S_SM_DP2pb_ECDSA_NIST, DP_PB, NIST_P256",
        "DPpb/CERT_S_SM_DP2pb_ECDSA_BRP, DP_PB, BRAINPOOL_P256R1"
    })
    void the_chains_of_servers_verify_and_their_keys_match(String file, CertificateRole role, EllipticCurve curve)
            throws IOException {
        RspCertificate certificate = certificate(file);
        Verified verified =
                verifier("CERT_CI_ECDSA_NIST", "CERT_CI_ECDSA_BRP").verify(role, certificate, List.of(), AUTUMN_2026);
        assertThat(verified.path()).hasSize(2);
        assertThat(certificate.curve()).isEqualTo(curve);
        assertThat(certificate.registeredId())
                .hasValueSatisfying(oid -> assertThat(oid).startsWith("2.999.1"));
        PrivateKey key = privateKey(file.replace("CERT_", "SK_"));
        byte[] signature = Cryptography.system().sign(key, new byte[] {1});
        assertThat(Cryptography.system().verify(certificate.publicKey(), signature, new byte[] {1}))
                .isTrue();
    }

    @Test
    void the_ci_is_found_by_its_key_whichever_of_its_certificates_is_loaded() throws IOException {
        for (String ci : List.of("CERT_CI_ECDSA_NIST", "CERT_CI_ECDSA_NIST_2017")) {
            CertificateVerifier verifier = verifier(ci);
            Verified eum = verifier.verifyEum(certificate("EUM/CERT_EUM_ECDSA_NIST"), List.of(), AUTUMN_2026);
            assertThat(verifier.verifyEuicc(certificate("eUICC/CERT_EUICC_ECDSA_NIST"), eum, AUTUMN_2026))
                    .isEqualTo(EID);
            assertThat(HexFormat.of()
                            .formatHex(eum.certificateIssuer()
                                    .subjectKeyIdentifier()
                                    .orElseThrow()))
                    .isEqualTo("f54172bdf98a95d65cbeb88a38a1c11d800a85c3");
        }
    }

    @Test
    void the_eum_certificate_states_its_eids() throws IOException {
        assertThat(certificate("EUM/CERT_EUM_ECDSA_NIST").permittedEids())
                .containsExactly(new PermittedEids("89049032", "RSP Test EUM"));
    }

    @Test
    void the_tls_certificate_is_reported_as_expired_and_was_valid_before() throws IOException {
        RspCertificate tls = certificate("DPtls/CERT_S_SM_DP_TLS_NIST");
        CertificateVerifier verifier = verifier("CERT_CI_ECDSA_NIST");
        assertThat(tls.dnsNames()).containsExactly("testsmdpplus1.example.com");
        assertThat(verifier.verify(CertificateRole.DP_TLS, tls, List.of(), Instant.parse("2026-01-01T00:00:00Z")))
                .isNotNull();
        assertThatThrownBy(() -> verifier.verify(CertificateRole.DP_TLS, tls, List.of(), AUTUMN_2026))
                .asInstanceOf(InstanceOfAssertFactories.throwable(CertificateRejectedException.class))
                .extracting(CertificateRejectedException::reason)
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void a_certificate_under_the_other_ci_key_is_of_an_unknown_ci() throws IOException {
        RspCertificate brainpool = certificate("DPauth/CERT_S_SM_DPauth_ECDSA_BRP");
        CertificateVerifier verifier = verifier("CERT_CI_ECDSA_NIST");
        assertThatThrownBy(() -> verifier.verify(CertificateRole.DP_AUTH, brainpool, List.of(), AUTUMN_2026))
                .asInstanceOf(InstanceOfAssertFactories.throwable(CertificateRejectedException.class))
                .extracting(CertificateRejectedException::reason)
                .isEqualTo(Reason.UNKNOWN_CI);
    }

    private static CertificateVerifier verifier(String... certificateIssuers) throws IOException {
        List<RspCertificate> anchors = new ArrayList<>();
        for (String name : certificateIssuers) {
            anchors.add(certificate("CertificateIssuer/" + name));
        }
        return new CertificateVerifier(Cryptography.system(), new TrustAnchors(anchors), List.of());
    }

    private static RspCertificate certificate(String file) throws IOException {
        return RspCertificate.decode(Files.readAllBytes(FOLDER.resolve(file + ".der")));
    }

    private static PrivateKey privateKey(String file) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(FOLDER.resolve(file + ".pem"))))) {
            Object next = parser.readObject();
            while (!(next instanceof PEMKeyPair)) {
                next = parser.readObject();
            }
            return Cryptography.system()
                    .decodePrivateKey(((PEMKeyPair) next).getPrivateKeyInfo().getEncoded());
        }
    }
}
