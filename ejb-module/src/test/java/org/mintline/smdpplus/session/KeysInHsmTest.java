package org.mintline.smdpplus.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mintline.smdpplus.SmDpPlusWorld.ADDRESS;
import static org.mintline.smdpplus.session.TrustWorld.CRYPTOGRAPHY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.keys.ConfiguredKeys;
import org.mintline.keys.KeyInventory;
import org.mintline.keys.KeyMaterialException;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.smdpplus.SmDpPlusWorld;
import org.mintline.testing.OnEveryDatabase;
import org.mintline.testing.TestDatabase;

/** The SM-DP+ with SK.DPauth and SK.DPpb in a token of SoftHSM2. */
class KeysInHsmTest {
    @TempDir
    private static Path folder;

    private static TrustWorld trust;
    private static SoftHsm token;

    /** One token for all tests: a process that has loaded SoftHSM2 sees none that is made later. */
    @BeforeAll
    static void keys_of_the_nist_ci_in_a_token_and_those_of_the_brainpool_ci_in_a_file() throws Exception {
        Assumptions.assumeTrue(SoftHsm.isInstalled(), "SoftHSM2 is not installed");
        trust = new TrustWorld(folder);
        token = SoftHsm.create("mintline");
        store("dpauth", trust.nist.dpAuth());
        store("dppb", trust.nist.dpPb());
        trust.settings.put(
                "mintline.keys.stores",
                folder.resolve("smdpplus/smdpplus-brainpool.p12").toString());
    }

    @BeforeEach
    void a_configuration_that_is_right() throws Exception {
        trust.settings.put(
                "mintline.keys.pkcs11",
                Files.writeString(folder.resolve("pkcs11.cfg"), token.configuration("mintline"))
                        .toString());
        trust.settings.put("mintline.keys.pkcs11.pin", trust.secret("pin", SoftHsm.PIN));
    }

    private static void store(String alias, KeyAndCertificate key) throws Exception {
        PrivateKey ofTheJdk = KeyFactory.getInstance("EC", "SunEC")
                .generatePrivate(new PKCS8EncodedKeySpec(key.privateKey().getEncoded()));
        token.store(alias, key, ofTheJdk);
    }

    private byte[] nistCi() {
        return trust.euicc(EllipticCurve.NIST_P256, 0).ci().value();
    }

    private static InitiateAuthenticationResponse.Ok initiate(Es9Plus es9Plus, SoftwareEuicc euicc) {
        return es9Plus.initiateAuthentication(euicc.initiateAuthentication(ADDRESS));
    }

    private static void assertDelivers(Es9Plus es9Plus, SoftwareEuicc euicc, String matchingId) {
        AuthenticateClientResponseEs9.Ok session =
                es9Plus.authenticateClient(euicc.authenticateClient(initiate(es9Plus, euicc), matchingId));
        BoundProfilePackage.Content content =
                euicc.open(es9Plus.getBoundProfilePackage(euicc.getBoundProfilePackage(session, Optional.empty())));
        assertThat(new String(content.profile().encoded(), StandardCharsets.US_ASCII))
                .startsWith(session.profileMetaData().iccid().digits());
    }

    @OnEveryDatabase
    void profiles_are_delivered_under_keys_in_the_token_and_in_a_file_at_once(TestDatabase database) {
        SmDpPlusWorld world = new SmDpPlusWorld(database);
        TrustWorld.release(world, 2);
        ConfiguredKeys keys = trust.keys();
        Es9Plus es9Plus = world.es9Plus(keys);

        assertDelivers(es9Plus, trust.euicc(EllipticCurve.NIST_P256, 0), "TOKEN-0");
        assertDelivers(es9Plus, trust.euicc(EllipticCurve.BRAINPOOL_P256R1, 0), "TOKEN-1");
        assertThat(keys.inventory())
                .filteredOn(KeyInventory.Entry::inUse)
                .extracting(KeyInventory.Entry::source)
                .contains("SunPKCS11-mintline dpauth", "SunPKCS11-mintline dppb", "smdpplus-brainpool.p12 dpauth");
    }

    @Test
    void many_threads_sign_in_the_token_at_once() throws Exception {
        SmDpPlusKeys.KeySet set = trust.keys().keySet(nistCi()).orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> signatures = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                byte[] message = {(byte) i, 7};
                signatures.add(threads.submit(() -> CRYPTOGRAPHY.verify(
                        trust.nist.dpPb().certificate().getPublicKey(), set.signAsDpPb(message), message)));
            }
            for (Future<Boolean> signature : signatures) {
                assertThat(signature.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_token_that_lost_its_logins_is_told_of_and_opened_anew() throws Exception {
        ConfiguredKeys keys = trust.keys();
        SmDpPlusKeys.KeySet before = keys.keySet(nistCi()).orElseThrow();
        token.forgetLogins();

        assertThatThrownBy(() -> before.signAsDpAuth(new byte[3]))
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("pkcs11.cfg")
                .hasMessageContaining("does not sign")
                .hasMessageContaining("CKR_");
        keys.reload();

        assertThat(keys.keySet(nistCi()).orElseThrow().signAsDpAuth(new byte[3]))
                .hasSize(64);
    }

    @Test
    void a_reload_for_another_reason_leaves_the_token_open() throws Exception {
        ConfiguredKeys keys = trust.keys();
        SmDpPlusKeys.KeySet before = keys.keySet(nistCi()).orElseThrow();

        keys.reload();

        assertThat(before.signAsDpAuth(new byte[3])).hasSize(64);
    }

    @Test
    void a_wrong_pin_and_a_token_that_is_not_there_are_told_without_the_pin() throws Exception {
        token.forgetLogins();
        trust.secret("pin", "999999");
        assertThatThrownBy(trust::keys)
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageContaining("CKR_PIN_INCORRECT")
                .message()
                .doesNotContain("999999");

        trust.secret("pin", SoftHsm.PIN);
        Files.writeString(
                folder.resolve("pkcs11.cfg"),
                token.configuration("mintline").replaceFirst("slot = [0-9]+", "slotListIndex = 4711"));
        assertThatThrownBy(trust::keys)
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("pkcs11.cfg cannot be opened");
    }
}
