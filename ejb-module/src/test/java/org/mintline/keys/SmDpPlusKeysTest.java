package org.mintline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.configuration.ConfigurationReader;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;

/** With the certificates and keys that SGP.26 publishes. */
class SmDpPlusKeysTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final char[] PASSPHRASE = "the passphrase of this test".toCharArray();

    @TempDir
    private Path folder;

    private Path sgp26;
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void keys_of_both_curves_in_files() throws Exception {
        sgp26 = Path.of(System.getProperty("mintline.material", "none"), "sgp26");
        Assumptions.assumeTrue(Files.isDirectory(sgp26), "published material is not in " + sgp26);
        Files.createDirectories(folder.resolve("ci"));
        Files.copy(sgp26.resolve("CertificateIssuer/CERT_CI_ECDSA_NIST.der"), folder.resolve("ci/nist.der"));
        Files.copy(sgp26.resolve("CertificateIssuer/CERT_CI_ECDSA_BRP.pem"), folder.resolve("ci/brp.pem"));
        Files.writeString(folder.resolve("passphrase"), new String(PASSPHRASE) + "\n");
        write("nist.p12", "NIST", "NIST");
        write("brp.p12", "BRP", "BRP");
        settings.putAll(Map.of(
                "mintline.mode",
                "development",
                "mintline.smdpplus.address",
                "smdpplus.mintline.test",
                "mintline.keys.kek",
                "file:" + folder.resolve("kek"),
                "mintline.keys.stores",
                folder.resolve("nist.p12") + "," + folder.resolve("brp.p12"),
                "mintline.keys.stores.passphrase",
                "file:" + folder.resolve("passphrase"),
                "mintline.keys.certificate-issuers",
                folder.resolve("ci").toString()));
    }

    private void write(String file, String dpAuth, String keyOfDpAuth) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(null, null);
        String curve = dpAuth;
        store.setKeyEntry(
                "dpauth",
                privateKey("DPauth/SK_S_SM_DPauth_ECDSA_" + keyOfDpAuth + ".pem"),
                PASSPHRASE,
                new X509Certificate[] {certificate("DPauth/CERT_S_SM_DPauth_ECDSA_" + dpAuth + ".der")});
        store.setKeyEntry(
                "dppb", privateKey("DPpb/SK_S_SM_DPpb_ECDSA_" + curve + ".pem"), PASSPHRASE, new X509Certificate[] {
                    certificate("DPpb/CERT_S_SM_DPpb_ECDSA_" + curve + ".der")
                });
        try (OutputStream output = Files.newOutputStream(folder.resolve(file))) {
            store.store(output, PASSPHRASE);
        }
    }

    private X509Certificate certificate(String file) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509", new BouncyCastleProvider())
                .generateCertificate(Files.newInputStream(sgp26.resolve(file)));
    }

    private PrivateKey privateKey(String file) throws IOException {
        try (var parser = new org.bouncycastle.openssl.PEMParser(Files.newBufferedReader(sgp26.resolve(file)))) {
            Object object = parser.readObject();
            while (!(object instanceof org.bouncycastle.openssl.PEMKeyPair)
                    && !(object instanceof org.bouncycastle.asn1.pkcs.PrivateKeyInfo)) {
                object = parser.readObject();
            }
            var info = object instanceof org.bouncycastle.openssl.PEMKeyPair pair ? pair.getPrivateKeyInfo() : object;
            return new org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter()
                    .setProvider(new BouncyCastleProvider())
                    .getPrivateKey((org.bouncycastle.asn1.pkcs.PrivateKeyInfo) info);
        }
    }

    private ConfiguredKeys load() {
        MintlineConfiguration configuration = new ConfigurationReader(settings::get, name -> null).read();
        return new ConfiguredKeys(configuration, new ServerSecrets(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private byte[] issuer(String curve) throws IOException {
        return RspCertificate.decode(
                        Files.readAllBytes(sgp26.resolve("CertificateIssuer/CERT_CI_ECDSA_" + curve + ".der")))
                .subjectKeyIdentifier()
                .orElseThrow();
    }

    @Test
    void each_certificate_issuer_has_its_own_keys_which_sign() throws Exception {
        ConfiguredKeys keys = load();

        assertThat(keys.certificateIssuers()).hasSize(2);
        for (String curve : new String[] {"NIST", "BRP"}) {
            SmDpPlusKeys.KeySet set = keys.keySet(issuer(curve)).orElseThrow();
            byte[] part = {1, 2, 3};
            byte[] other = {4};
            assertThat(set.smdpOid()).isEqualTo("2.999.10");
            assertThat(set.dpAuthCertificate())
                    .isEqualTo(certificate("DPauth/CERT_S_SM_DPauth_ECDSA_" + curve + ".der"));
            assertThat(Cryptography.system()
                            .verify(
                                    RspCertificate.of(set.dpAuthCertificate()).publicKey(),
                                    set.signAsDpAuth(part, other),
                                    part,
                                    other))
                    .isTrue();
            assertThat(Cryptography.system()
                            .verify(RspCertificate.of(set.dpPbCertificate()).publicKey(), set.signAsDpPb(part), part))
                    .isTrue();
        }
        assertThat(keys.keySet(new byte[20])).isEmpty();
    }

    @Test
    void production_refuses_the_keys_of_test_pkis() {
        settings.put("mintline.mode", "production");

        assertThatThrownBy(this::load)
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("production refuses keys and certificates of test PKIs")
                .hasMessageContaining("CN=Test CI")
                .hasMessageContaining("CN=TEST SM-DP");
    }

    @Test
    void production_refuses_a_key_store_whose_passphrase_is_empty() throws Exception {
        Files.writeString(folder.resolve("passphrase"), "");
        settings.put("mintline.mode", "production");
        settings.put("mintline.keys.stores", emptyStore().toString());

        assertThatThrownBy(this::load)
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("the passphrase of the key stores is empty");
    }

    private Path emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(null, null);
        try (OutputStream output = Files.newOutputStream(folder.resolve("empty.p12"))) {
            store.store(output, new char[0]);
        }
        return folder.resolve("empty.p12");
    }

    @Test
    void the_inventory_says_what_is_loaded_and_warns() throws Exception {
        Files.delete(folder.resolve("ci/brp.pem"));

        assertThat(load().inventory()).hasSize(5).allSatisfy(entry -> assertThat(entry.warnings())
                .contains("TEST: belongs to a test PKI"));
        assertThat(load().inventory())
                .filteredOn(KeyInventory.Entry::inUse)
                .extracting(KeyInventory.Entry::role)
                .containsExactlyInAnyOrder("CERT.CI", "CERT.DPauth", "CERT.DPpb");
        assertThat(load().inventory())
                .filteredOn(entry -> entry.source().startsWith("brp.p12"))
                .allSatisfy(entry -> assertThat(entry.warnings()).anyMatch(text -> text.contains("CI")));
    }

    @Test
    void a_private_key_that_is_not_that_of_its_certificate_is_not_used() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry("dpauth", privateKey("DPpb/SK_S_SM_DPpb_ECDSA_NIST.pem"), PASSPHRASE, new X509Certificate[] {
            certificate("DPauth/CERT_S_SM_DPauth_ECDSA_NIST.der")
        });
        try (OutputStream output = Files.newOutputStream(folder.resolve("nist.p12"))) {
            store.store(output, PASSPHRASE);
        }
        ConfiguredKeys keys = load();

        assertThat(keys.keySet(issuer("NIST"))).isEmpty();
        assertThat(keys.inventory()).anySatisfy(entry -> assertThat(entry.warnings())
                .contains("the private key is not that of the certificate"));
    }

    @Test
    void changed_files_are_loaded_while_the_server_runs_and_bad_ones_leave_the_former_in_use() throws Exception {
        ConfiguredKeys keys = load();
        assertThat(keys.reloadIfChanged()).isFalse();

        Files.writeString(folder.resolve("brp.p12"), "no key store");
        assertThatThrownBy(keys::reloadIfChanged).isInstanceOf(KeyMaterialException.class);
        assertThat(keys.keySet(issuer("BRP"))).isPresent();

        Files.copy(
                folder.resolve("nist.p12"),
                folder.resolve("brp.p12"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(folder.resolve("brp.p12"), FileTime.from(NOW));
        assertThat(keys.reloadIfChanged()).isTrue();
        assertThat(keys.keySet(issuer("BRP"))).isEmpty();
        assertThat(keys.keySet(issuer("NIST"))).isPresent();
    }

    @Test
    void a_wrong_passphrase_is_told_without_the_passphrase() throws Exception {
        Files.writeString(folder.resolve("passphrase"), "something else");

        assertThatThrownBy(this::load)
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("nist.p12")
                .message()
                .doesNotContain("something else");
    }

    @Test
    void the_key_encryption_key_is_32_bytes_in_base64() throws Exception {
        Files.writeString(folder.resolve("kek"), Base64.getEncoder().encodeToString(new byte[31]));
        MintlineConfiguration configuration = new ConfigurationReader(settings::get, name -> null).read();

        assertThatThrownBy(() -> new KeyEncryptionKeys(configuration, new ServerSecrets()))
                .isInstanceOf(SecretMissingException.class)
                .hasMessageContaining("32 bytes in Base64");
    }
}
