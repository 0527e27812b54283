package org.mintline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.configuration.ConfigurationReader;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.image.SigningKind;

/** Keys that sign profile images, told apart by the policy of their certificates (PSS-11). */
class ImageKeysInProductionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final char[] PASSPHRASE = "the passphrase of this test".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void production_refuses_the_development_signing_key() throws Exception {
        write(SigningKind.DEVELOPMENT);

        assertThatThrownBy(() -> load("production"))
                .isInstanceOf(KeyMaterialException.class)
                .hasMessageContaining("keys that sign images for development: CN=Acme DEVELOPMENT");
        assertThat(load("development").imageSigner(SigningKind.DEVELOPMENT)).isPresent();
    }

    @Test
    void production_takes_the_commercial_signing_key() throws Exception {
        write(SigningKind.COMMERCIAL);

        ConfiguredKeys keys = load("production");

        assertThat(keys.imageSigner(SigningKind.COMMERCIAL)).isPresent();
        assertThat(keys.imageSigner(SigningKind.DEVELOPMENT)).isEmpty();
    }

    private ConfiguredKeys load(String mode) throws Exception {
        Files.writeString(folder.resolve("passphrase"), new String(PASSPHRASE) + "\n");
        Map<String, String> settings = Map.of(
                "mintline.mode",
                mode,
                "mintline.roles",
                "support",
                "mintline.smdpplus.address",
                "factory.acme.example",
                "mintline.keys.kek",
                "file:" + folder.resolve("kek"),
                "mintline.keys.stores",
                folder.resolve("images.p12").toString(),
                "mintline.keys.stores.passphrase",
                "file:" + folder.resolve("passphrase"));
        return new ConfiguredKeys(
                new ConfigurationReader(settings::get, name -> null).read(),
                new ServerSecrets(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void write(SigningKind kind) throws Exception {
        KeyPair pair = Cryptography.bouncyCastle().generateKeyPair(EllipticCurve.NIST_P256);
        X500Name name = new X500Name("CN=Acme " + kind);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(NOW.minus(Duration.ofDays(1))),
                        Date.from(NOW.plus(Duration.ofDays(1))),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.certificatePolicies,
                        true,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(kind.policy()))))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry("image", pair.getPrivate(), PASSPHRASE, new X509Certificate[] {certificate});
        try (OutputStream output = Files.newOutputStream(folder.resolve("images.p12"))) {
            store.store(output, PASSPHRASE);
        }
    }
}
