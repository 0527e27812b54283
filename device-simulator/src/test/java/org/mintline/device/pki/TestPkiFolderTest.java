package org.mintline.device.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import picocli.CommandLine;

class TestPkiFolderTest {
    private static final char[] PASSPHRASE = "a passphrase".toCharArray();
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final TestPki PKI =
            TestPki.create(Cryptography.system(), TestPki.Parameters.of("smdpplus.mintline.test", Instant.now()));

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        new TestPkiFolder(folder, PASSPHRASE).write(PKI);
    }

    @Test
    void the_keys_of_the_sm_dp_plus_are_read_back_and_match_on_both_curves() throws Exception {
        for (EllipticCurve curve : EllipticCurve.values()) {
            Path file = folder.resolve("smdpplus/smdpplus-" + TestPkiFolder.nameOf(curve) + ".p12");
            KeyStore store = keyStore(KeyStore.getInstance("PKCS12", new BouncyCastleProvider()), file);
            for (String alias : List.of("dpauth", "dppb")) {
                PrivateKey key = (PrivateKey) store.getKey(alias, PASSPHRASE);
                RspCertificate certificate = RspCertificate.of((X509Certificate) store.getCertificate(alias));
                byte[] signature = Cryptography.system().sign(key, MESSAGE);
                assertThat(Cryptography.system().verify(certificate.publicKey(), signature, MESSAGE))
                        .isTrue();
                assertThat(certificate.curve()).isEqualTo(curve);
                assertThat(store.getCertificateChain(alias)).hasSize(2);
            }
        }
    }

    @Test
    void another_pki_is_made_under_the_same_certificate_issuers() throws Exception {
        TestPki other = TestPki.create(
                Cryptography.system(),
                TestPki.Parameters.of("factory.mintline.test", Instant.now()),
                TestPkiFolder.certificateIssuers(folder, Cryptography.system()));
        for (EllipticCurve curve : EllipticCurve.values()) {
            RspPki made = other.byCurve().get(curve);
            assertThat(made.certificateIssuer().certificate())
                    .isEqualTo(PKI.byCurve().get(curve).certificateIssuer().certificate());
            made.dpAuth()
                    .certificate()
                    .verify(PKI.byCurve()
                            .get(curve)
                            .certificateIssuer()
                            .certificate()
                            .getPublicKey());
            assertThat(made.dpAuth().certificate())
                    .isNotEqualTo(PKI.byCurve().get(curve).dpAuth().certificate());
        }
        assertThatThrownBy(() -> TestPkiFolder.certificateIssuers(folder.resolve("operator"), Cryptography.system()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_stores_of_the_listeners_are_read_by_the_jdk() throws Exception {
        for (String name : List.of("es9plus", "es2plus", "console")) {
            KeyStore store = keyStore(KeyStore.getInstance("PKCS12"), folder.resolve("listeners/" + name + ".p12"));
            X509Certificate[] chain = Stream.of(store.getCertificateChain("server"))
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            assertThat(store.getKey("server", PASSPHRASE)).isNotNull();
            chain[0].verify(chain[1].getPublicKey());
            assertThat(chain[0].getSubjectAlternativeNames()).anyMatch(san -> san.contains("smdpplus.mintline.test"));
        }
        KeyStore operators = keyStore(KeyStore.getInstance("PKCS12"), folder.resolve("listeners/operators.p12"));
        PKI.operator()
                .certificate()
                .verify(operators.getCertificate("operators").getPublicKey());
    }

    @Test
    void files_with_keys_are_for_their_owner_only() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> secret = files.filter(
                            f -> f.toString().endsWith(".p12") || f.toString().endsWith(".key.pem"))
                    .toList();
            assertThat(secret).hasSizeGreaterThan(8);
            for (Path file : secret) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void the_command_refuses_to_write_without_a_passphrase() {
        CommandLine command = new CommandLine(new PkiCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        StringWriter errors = new StringWriter();
        command.setErr(new PrintWriter(errors));
        int code = command.execute("create", "--out", folder.toString(), "--passphrase-env", "MINTLINE_NOT_SET");
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("MINTLINE_NOT_SET is not set");
    }

    private static KeyStore keyStore(KeyStore store, Path file) throws Exception {
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, PASSPHRASE);
        }
        return store;
    }
}
