package org.mintline.device.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1Integer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.device.pki.BrokenCertificates.Chain;
import org.mintline.device.pki.BrokenCertificates.Flaw;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRejectedException.Reason;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.CertificateVerifier.Verified;
import org.mintline.rsp.certificate.RevocationList;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.tlv.DecodeException;

/** The verifier of rsp-protocol against certificates that are right, and against each way of being wrong. */
class CertificateVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Cryptography CRYPTOGRAPHY = Cryptography.system();
    private static final TestPki.Parameters PARAMETERS = TestPki.Parameters.of("smdpplus.mintline.test", NOW);
    private static final TestPki PKI = TestPki.create(CRYPTOGRAPHY, PARAMETERS);
    private static final String EID = RspPki.eid("89049032", 0);

    private static final byte[] CRL = RevocationListTemplate.of(
                    PKI.byCurve().get(EllipticCurve.NIST_P256).certificateIssuer(), NOW)
            .validFor(Duration.ofDays(30))
            .part(1, 1)
            .revoking(BigInteger.TEN)
            .signed(CRYPTOGRAPHY);

    private static final Map<Flaw, Reason> REASONS = new EnumMap<>(Map.of(
            Flaw.EXPIRED, Reason.EXPIRED,
            Flaw.WRONG_SIGNATURE, Reason.INVALID,
            Flaw.WRONG_ROLE, Reason.INVALID,
            Flaw.FOREIGN_CI, Reason.UNKNOWN_CI,
            Flaw.EID_OUTSIDE_RANGE, Reason.EID_OUTSIDE_RANGE));

    static Stream<Arguments> everyFlawOnEitherCurve() {
        return Arrays.stream(EllipticCurve.values())
                .flatMap(c -> Arrays.stream(Flaw.values()).map(f -> Arguments.of(c, f)));
    }

    @ParameterizedTest
    @EnumSource(EllipticCurve.class)
    void a_good_chain_gives_the_eid(EllipticCurve curve) {
        RspPki rsp = PKI.byCurve().get(curve);
        assertThat(verify(new Chain(rsp.eum(), rsp.euiccs().get(0)))).isEqualTo(EID);
    }

    @ParameterizedTest
    @EnumSource(EllipticCurve.class)
    void the_certificates_of_the_sm_dp_plus_verify_in_their_own_role_only(EllipticCurve curve) {
        RspPki rsp = PKI.byCurve().get(curve);
        Map<CertificateRole, KeyAndCertificate> servers = Map.of(
                CertificateRole.DP_AUTH, rsp.dpAuth(),
                CertificateRole.DP_PB, rsp.dpPb(),
                CertificateRole.DP_TLS, rsp.dpTls());
        servers.forEach((role, server) -> {
            RspCertificate certificate = server.rspCertificate();
            assertThat(verifier().verify(role, certificate, List.of(), NOW).certificate())
                    .isEqualTo(certificate);
            assertThat(certificate.registeredId()).hasValue("2.999.10");
            servers.keySet().stream().filter(r -> r != role).forEach(other -> {
                CertificateRejectedException refusal =
                        refusal(() -> verifier().verify(other, certificate, List.of(), NOW));
                assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
            });
        });
    }

    @ParameterizedTest
    @MethodSource("everyFlawOnEitherCurve")
    void a_broken_euicc_certificate_is_refused_for_what_is_wrong_with_it(EllipticCurve curve, Flaw flaw) {
        CertificateRejectedException refusal =
                refusal(() -> verify(broken(curve).brokenEuicc(flaw)));
        assertThat(refusal.reason()).isEqualTo(REASONS.get(flaw));
        assertThat(refusal.role()).isEqualTo(flaw == Flaw.FOREIGN_CI ? CertificateRole.EUM : CertificateRole.EUICC);
    }

    @ParameterizedTest
    @MethodSource("everyFlawOnEitherCurve")
    void a_broken_eum_certificate_is_refused_for_what_is_wrong_with_it(EllipticCurve curve, Flaw flaw) {
        CertificateRejectedException refusal =
                refusal(() -> verify(broken(curve).brokenEum(flaw)));
        assertThat(refusal.reason()).isEqualTo(REASONS.get(flaw));
        assertThat(refusal.role())
                .isEqualTo(flaw == Flaw.EID_OUTSIDE_RANGE ? CertificateRole.EUICC : CertificateRole.EUM);
    }

    @Test
    void a_verified_eum_certificate_that_expires_later_is_refused_then() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        Verified eum = verifier().verifyEum(rsp.eum().rspCertificate(), List.of(), NOW);
        RspCertificate euicc = rsp.euiccs().get(0).rspCertificate();
        Instant later = NOW.plus(Duration.ofDays(36 * 365L));
        CertificateRejectedException refusal = refusal(() -> verifier().verifyEuicc(euicc, eum, later));
        assertThat(refusal.role()).isEqualTo(CertificateRole.EUM);
        assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void a_certificate_is_invalid_before_its_time() {
        RspCertificate eum = PKI.byCurve().get(EllipticCurve.NIST_P256).eum().rspCertificate();
        Verified verified = verifier().verifyEum(eum, List.of(), eum.notBefore());
        assertThat(verified.certificate()).isEqualTo(eum);
        assertThat(refusal(() -> verifier()
                                .verifyEum(eum, List.of(), eum.notBefore().minusSeconds(1)))
                        .reason())
                .isIn(Reason.INVALID, Reason.UNKNOWN_CI);
    }

    @Test
    void an_eum_certificate_of_another_curve_than_its_ci_is_refused() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        KeyAndCertificate eum = RspPki.eum(PARAMETERS.validFrom(), "89049032")
                .issuedBy(
                        CRYPTOGRAPHY,
                        rsp.certificateIssuer(),
                        CRYPTOGRAPHY.generateKeyPair(EllipticCurve.BRAINPOOL_P256R1));
        assertThat(refusal(() -> verifier().verifyEum(eum.rspCertificate(), List.of(), NOW))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @ParameterizedTest
    @EnumSource(EllipticCurve.class)
    void chains_with_all_sub_cas_of_version_3_verify(EllipticCurve curve) {
        Version3 chain = Version3.on(curve, 0);
        Verified eum = verifier().verifyEum(chain.eumSubCa().rspCertificate(), chain.others(), NOW);
        assertThat(eum.path()).hasSize(4);
        assertThat(verifier().verifyEuicc(chain.euicc().rspCertificate(), eum, NOW))
                .isEqualTo(EID);
        assertThat(verifier()
                        .verify(CertificateRole.DP_AUTH, chain.dpAuth().rspCertificate(), chain.others(), NOW)
                        .path())
                .hasSize(4);
    }

    @Test
    void a_chain_with_a_missing_sub_ca_ends_at_no_known_ci() {
        Version3 chain = Version3.on(EllipticCurve.NIST_P256, 0);
        assertThat(refusal(() -> verifier()
                                .verifyEum(
                                        chain.eumSubCa().rspCertificate(),
                                        List.of(chain.eum().rspCertificate()),
                                        NOW))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_CI);
    }

    @Test
    void an_eum_may_not_have_a_sub_ca_if_its_path_length_forbids_it() {
        Version3 chain = Version3.on(EllipticCurve.NIST_P256, -2);
        assertThat(refusal(() -> verifier().verifyEum(chain.eumSubCa().rspCertificate(), chain.others(), NOW))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void an_euicc_certificate_issues_nothing() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        KeyAndCertificate forged = RspPki.eum(PARAMETERS.validFrom(), "89049032")
                .issuedBy(CRYPTOGRAPHY, rsp.euiccs().get(0));
        List<RspCertificate> others =
                List.of(rsp.euiccs().get(0).rspCertificate(), rsp.eum().rspCertificate());
        assertThat(refusal(() -> verifier().verifyEum(forged.rspCertificate(), others, NOW))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void a_revoked_eum_certificate_is_refused_and_others_are_not() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        RspCertificate ci = rsp.certificateIssuer().rspCertificate();
        BigInteger serial = rsp.eum().rspCertificate().serialNumber();
        RevocationList revoking = RevocationList.decode(crl(rsp.certificateIssuer(), serial), ci);
        RevocationList other = RevocationList.decode(crl(rsp.certificateIssuer(), serial.add(BigInteger.ONE)), ci);
        assertThat(revoking.nextUpdate()).hasValue(NOW.plus(Duration.ofDays(30)));
        assertThat(refusal(() -> verifier(revoking).verifyEum(rsp.eum().rspCertificate(), List.of(), NOW))
                        .reason())
                .isEqualTo(Reason.REVOKED);
        assertThat(verifier(other).verifyEum(rsp.eum().rspCertificate(), List.of(), NOW))
                .isNotNull();
        Verified before = verifier().verifyEum(rsp.eum().rspCertificate(), List.of(), NOW);
        assertThat(refusal(() -> verifier(revoking)
                                .verifyEuicc(rsp.euiccs().get(0).rspCertificate(), before, NOW))
                        .role())
                .isEqualTo(CertificateRole.EUM);
    }

    @Test
    void a_crl_of_another_issuer_is_not_loaded() {
        byte[] crl = crl(PKI.byCurve().get(EllipticCurve.NIST_P256).certificateIssuer(), BigInteger.ONE);
        RspCertificate other = PKI.byCurve()
                .get(EllipticCurve.BRAINPOOL_P256R1)
                .certificateIssuer()
                .rspCertificate();
        assertThat(catchThrowableOfType(DecodeException.class, () -> RevocationList.decode(crl, other)))
                .hasMessageContaining("authorityKeyIdentifier");
        crl[crl.length - 1] ^= 1;
        RspCertificate own =
                PKI.byCurve().get(EllipticCurve.NIST_P256).certificateIssuer().rspCertificate();
        assertThat(catchThrowableOfType(DecodeException.class, () -> RevocationList.decode(crl, own)))
                .isNotNull();
    }

    @Test
    void parts_of_a_crl_are_told_apart_and_each_revokes_what_it_names() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        RspCertificate ci = rsp.certificateIssuer().rspCertificate();
        RevocationList first = RevocationList.decode(
                RevocationListTemplate.of(rsp.certificateIssuer(), NOW)
                        .part(1, 2)
                        .revoking(rsp.eum())
                        .signed(CRYPTOGRAPHY),
                ci);
        RevocationList second = RevocationList.decode(
                RevocationListTemplate.of(rsp.certificateIssuer(), NOW)
                        .part(2, 2)
                        .signed(CRYPTOGRAPHY),
                ci);
        assertThat(first.part()).hasValue(new RevocationList.Part(1, 2));
        assertThat(first.scope()).isNotEqualTo(second.scope());
        assertThat(first.revokes(rsp.eum().rspCertificate())).isTrue();
        assertThat(second.revokes(rsp.eum().rspCertificate())).isFalse();
    }

    @Test
    void a_crl_with_a_critical_extension_that_is_not_known_is_not_believed() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        byte[] delta = RevocationListTemplate.of(rsp.certificateIssuer(), NOW)
                .extension("2.5.29.27", true, new ASN1Integer(1))
                .signed(CRYPTOGRAPHY);
        RspCertificate ci = rsp.certificateIssuer().rspCertificate();
        assertThat(catchThrowableOfType(DecodeException.class, () -> RevocationList.decode(delta, ci)))
                .hasMessageContaining("2.5.29.27");
    }

    @Test
    void a_certificate_that_is_no_ca_signs_no_crl() {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        byte[] crl =
                RevocationListTemplate.of(rsp.dpAuth(), NOW).revoking(rsp.eum()).signed(CRYPTOGRAPHY);
        assertThat(catchThrowableOfType(
                        DecodeException.class,
                        () -> RevocationList.decode(crl, rsp.dpAuth().rspCertificate())))
                .hasMessageContaining("does not permit");
    }

    @Property(tries = 3000)
    void a_crl_with_any_changed_octet_ends_in_a_typed_refusal(
            @ForAll @IntRange(max = 400) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] altered = CRL.clone();
        altered[place % altered.length] ^= (byte) change;
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        assertThat(isBelieved(altered, rsp.certificateIssuer().rspCertificate()))
                .isFalse();
    }

    private static boolean isBelieved(byte[] crl, RspCertificate issuer) {
        try {
            RevocationList.decode(crl, issuer);
            return true;
        } catch (DecodeException e) {
            return false;
        }
    }

    @Property(tries = 3000)
    void a_certificate_with_any_changed_octet_ends_in_a_typed_refusal(
            @ForAll @IntRange(max = 2000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws CertificateEncodingException {
        RspPki rsp = PKI.byCurve().get(EllipticCurve.NIST_P256);
        byte[] altered = rsp.eum().certificate().getEncoded();
        altered[place % altered.length] ^= (byte) change;
        assertThat(isTaken(altered)).isFalse();
    }

    private static boolean isTaken(byte[] der) {
        try {
            verifier().verifyEum(RspCertificate.decode(der), List.of(), NOW);
            return true;
        } catch (DecodeException | CertificateRejectedException e) {
            return false;
        }
    }

    private static String verify(Chain chain) {
        Verified eum = verifier().verifyEum(chain.eum().rspCertificate(), List.of(), NOW);
        return verifier().verifyEuicc(chain.euicc().rspCertificate(), eum, NOW);
    }

    private static CertificateRejectedException refusal(Runnable verification) {
        CertificateRejectedException refusal =
                catchThrowableOfType(CertificateRejectedException.class, verification::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static BrokenCertificates broken(EllipticCurve curve) {
        return new BrokenCertificates(CRYPTOGRAPHY, PKI.byCurve().get(curve), PARAMETERS);
    }

    private static CertificateVerifier verifier(RevocationList... revocationLists) {
        Collection<RspCertificate> anchors = PKI.byCurve().values().stream()
                .map(RspPki::certificateIssuer)
                .map(KeyAndCertificate::rspCertificate)
                .toList();
        return new CertificateVerifier(CRYPTOGRAPHY, new TrustAnchors(anchors), List.of(revocationLists));
    }

    private static byte[] crl(KeyAndCertificate issuer, BigInteger serialNumber) {
        return RevocationListTemplate.of(issuer, NOW)
                .validFor(Duration.ofDays(30))
                .revoking(serialNumber)
                .signed(CRYPTOGRAPHY);
    }

    /** Variant C of SGP.26 v3: sub-CAs of CI, EUM and SM-DP+, and an eUICC and a CERT.DPauth under them. */
    private record Version3(
            KeyAndCertificate ciSubCa,
            KeyAndCertificate eum,
            KeyAndCertificate eumSubCa,
            KeyAndCertificate euicc,
            KeyAndCertificate dpSubCa,
            KeyAndCertificate dpAuth) {

        static Version3 on(EllipticCurve curve, int change) {
            KeyAndCertificate ciSubCa = issuer("Test CI SubCA", CertificateRole.CI_SUB_CA, 2)
                    .issuedBy(CRYPTOGRAPHY, PKI.byCurve().get(curve).certificateIssuer());
            KeyAndCertificate eum = issuer("Test EUM", CertificateRole.EUM, Math.max(0, 1 + change))
                    .permittedEins("89049032")
                    .issuedBy(CRYPTOGRAPHY, ciSubCa);
            KeyAndCertificate eumSubCa =
                    issuer("Test EUM SubCA", CertificateRole.EUM_SUB_CA, 0).issuedBy(CRYPTOGRAPHY, eum);
            KeyAndCertificate dpSubCa =
                    issuer("Test DP SubCA", CertificateRole.DP_SUB_CA, 0).issuedBy(CRYPTOGRAPHY, ciSubCa);
            CertificateTemplate euicc = CertificateTemplate.ofEuicc("Any EUM", "Test eUICC", EID)
                    .valid(PARAMETERS.validFrom(), RspPki.LIFETIME)
                    .policy(true, CertificateRole.EUICC.version3ObjectIdentifier())
                    .endEntity();
            CertificateTemplate dpAuth = CertificateTemplate.of("Any SM-DP+", "Test SM-DP+")
                    .valid(PARAMETERS.validFrom(), RspPki.LIFETIME)
                    .policy(true, CertificateRole.DP_AUTH.version3ObjectIdentifier())
                    .endEntity()
                    .registeredId("2.999.10");
            return new Version3(
                    ciSubCa,
                    eum,
                    eumSubCa,
                    euicc.issuedBy(CRYPTOGRAPHY, eumSubCa),
                    dpSubCa,
                    dpAuth.issuedBy(CRYPTOGRAPHY, dpSubCa));
        }

        List<RspCertificate> others() {
            return Stream.of(ciSubCa, eum, dpSubCa)
                    .map(KeyAndCertificate::rspCertificate)
                    .toList();
        }

        private static CertificateTemplate issuer(String name, CertificateRole role, int pathLength) {
            return CertificateTemplate.of("Mintline Test", name)
                    .valid(PARAMETERS.validFrom(), RspPki.LIFETIME)
                    .policy(true, role.version3ObjectIdentifier())
                    .issuer(pathLength);
        }
    }
}
