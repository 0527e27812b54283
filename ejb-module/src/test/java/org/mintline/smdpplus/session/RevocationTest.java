package org.mintline.smdpplus.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.session.TrustWorld.CRYPTOGRAPHY;
import static org.mintline.smdpplus.session.TrustWorld.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.RevocationListTemplate;
import org.mintline.keys.ConfiguredKeys;
import org.mintline.keys.KeyInventory;
import org.mintline.keys.KeyMaterialException;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

class RevocationTest {
    @TempDir
    private Path folder;

    private TrustWorld trust;

    @BeforeEach
    void a_test_pki() throws IOException {
        trust = new TrustWorld(folder);
    }

    private RevocationListTemplate listOf(KeyAndCertificate issuer) {
        return RevocationListTemplate.of(issuer, NOW.minus(Duration.ofDays(1))).validFor(Duration.ofDays(30));
    }

    private static void authenticate(Es9Plus es9Plus, SoftwareEuicc euicc) {
        InitiateAuthenticationResponse.Ok session =
                es9Plus.initiateAuthentication(euicc.initiateAuthentication(ADDRESS));
        es9Plus.authenticateClient(euicc.authenticateClient(session, "TOKEN-0"));
    }

    private static void assertRefused(StatusCode code, Es9Plus es9Plus, SoftwareEuicc euicc) {
        assertThatThrownBy(() -> authenticate(es9Plus, euicc)).isInstanceOfSatisfying(FunctionException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(code);
            assertThat(e).hasMessageContaining("revoked");
        });
    }

    @OnEveryDatabase
    void an_eum_that_its_ci_revokes_is_refused_once_the_list_is_loaded(TestDatabase database) throws IOException {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        TrustWorld.release(world, 1);
        ConfiguredKeys keys = trust.keys();
        Es9Plus es9Plus = world.es9Plus(keys);
        authenticate(es9Plus, trust.euicc(EllipticCurve.NIST_P256, 0));

        trust.revocationList(
                "nist.crl",
                listOf(trust.nist.certificateIssuer())
                        .revoking(trust.nist.eum())
                        .signed(CRYPTOGRAPHY));
        keys.reload();

        assertRefused(StatusCode.EUM_CERTIFICATE_INVALID, es9Plus, trust.euicc(EllipticCurve.NIST_P256, 0));
        authenticate(es9Plus, trust.euicc(EllipticCurve.BRAINPOOL_P256R1, 0));
    }

    @OnEveryDatabase
    void an_euicc_that_its_eum_revokes_is_refused_and_the_next_one_is_not(TestDatabase database) throws Exception {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        TrustWorld.release(world, 1);
        trust.revocationList("eum.der", trust.nist.eum().certificate().getEncoded());
        trust.revocationList(
                "eum.crl",
                listOf(trust.nist.eum()).revoking(trust.nist.euiccs().get(0)).signed(CRYPTOGRAPHY));
        Es9Plus es9Plus = world.es9Plus(trust.keys());

        assertRefused(StatusCode.EUICC_CERTIFICATE_INVALID, es9Plus, trust.euicc(EllipticCurve.NIST_P256, 0));
        authenticate(es9Plus, trust.euicc(EllipticCurve.NIST_P256, 1));
    }

    @Test
    void the_inventory_warns_of_lists_that_are_overdue_incomplete_superseded_or_missing() throws IOException {
        KeyAndCertificate issuer = trust.nist.certificateIssuer();
        trust.revocationList(
                "a.crl",
                RevocationListTemplate.of(issuer, NOW.minus(Duration.ofDays(9)))
                        .validFor(Duration.ofDays(2))
                        .revoking(trust.nist.eum())
                        .signed(CRYPTOGRAPHY));
        trust.revocationList(
                "b.crl",
                RevocationListTemplate.of(issuer, NOW.minus(Duration.ofDays(20)))
                        .signed(CRYPTOGRAPHY));
        trust.revocationList("c.crl", listOf(issuer).part(2, 3).signed(CRYPTOGRAPHY));
        trust.revocationList(
                "d.crl",
                listOf(new TrustWorld(Files.createDirectory(folder.resolve("other"))).nist.certificateIssuer())
                        .signed(CRYPTOGRAPHY));
        ConfiguredKeys keys = trust.keys();

        assertThat(keys.revocationLists())
                .extracting(KeyInventory.Crl::source, KeyInventory.Crl::inUse, crl -> String.join(";", crl.warnings()))
                .containsExactly(
                        tuple(
                                "a.crl",
                                true,
                                "is out of date: the next one was due on 2026-12-28T08:00:00Z, ask the CI for it"),
                        tuple("b.crl", false, "a newer one is loaded: this one may be removed"),
                        tuple("c.crl", true, "is part 2 of 3, of which 1 are loaded"),
                        tuple("d.crl", false, "nobody who is trusted here has issued it"));
        assertThat(keys.inventory())
                .filteredOn(entry -> entry.role().equals("CERT.CI"))
                .filteredOn(entry -> entry.warnings().contains("no CRL of it is loaded"))
                .extracting(KeyInventory.Entry::curve)
                .containsExactly(EllipticCurve.BRAINPOOL_P256R1.standardName());
    }

    @Test
    void an_own_certificate_that_is_revoked_is_not_used() throws IOException {
        trust.revocationList(
                "nist.pem",
                ("-----BEGIN X509 CRL-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(listOf(trust.nist.certificateIssuer())
                                                .revoking(trust.nist.dpPb())
                                                .signed(CRYPTOGRAPHY))
                                + "\n-----END X509 CRL-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
        ConfiguredKeys keys = trust.keys();

        assertThat(keys.keySet(trust.euicc(EllipticCurve.NIST_P256, 0).ci().value()))
                .isEmpty();
        assertThat(keys.keySet(
                        trust.euicc(EllipticCurve.BRAINPOOL_P256R1, 0).ci().value()))
                .isPresent();
        assertThat(keys.inventory()).anySatisfy(entry -> {
            assertThat(entry.role()).isEqualTo("CERT.DPpb");
            assertThat(entry.warnings()).anyMatch(warning -> warning.contains("is revoked"));
        });
    }

    @Test
    void a_list_that_its_issuer_did_not_sign_leaves_those_in_use_that_were_there_before() throws IOException {
        trust.revocationList(
                "nist.crl",
                listOf(trust.nist.certificateIssuer())
                        .revoking(trust.nist.eum())
                        .signed(CRYPTOGRAPHY));
        ConfiguredKeys keys = trust.keys();
        byte[] forged = listOf(trust.nist.certificateIssuer()).signed(CRYPTOGRAPHY);
        forged[forged.length - 1] ^= 1;
        trust.revocationList("nist.crl", forged);

        assertThatThrownBy(keys::reload)
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("nist.crl");
        assertThat(keys.revocationLists()).extracting(KeyInventory.Crl::revoked).isEqualTo(List.of(1));
    }
}
