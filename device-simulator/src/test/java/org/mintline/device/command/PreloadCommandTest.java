package org.mintline.device.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.cli.Mintline;
import org.mintline.device.pki.TestPki;
import org.mintline.device.pki.TestPkiFolder;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.factory.DeleteUnusedKeysResponse;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.factory.PreloadedKeysReader;
import picocli.CommandLine;

class PreloadCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void make_a_test_pki_with_two_euiccs() throws IOException {
        TestPki.Parameters one = TestPki.Parameters.of("smdpplus.example.com", Instant.now());
        TestPki.Parameters two = new TestPki.Parameters(
                one.smdpAddress(), one.smdpOid(), one.curves(), one.ein(), 2, one.operator(), one.validFrom());
        new TestPkiFolder(folder.resolve("pki"), "for this test".toCharArray())
                .write(TestPki.create(Cryptography.system(), two));
    }

    @Test
    void a_lot_of_euiccs_is_made_and_preloaded_and_a_second_time_it_is_the_same() throws IOException {
        preload("brainpool");
        List<PreloadedKeys> lot = exported();
        assertThat(lot).hasSize(2);
        assertThat(lot).allSatisfy(euicc -> {
            assertThat(euicc.signed().keys()).hasSize(3);
            assertThat(RspCertificate.decode(euicc.euiccCertificate()).curve())
                    .isEqualTo(EllipticCurve.BRAINPOOL_P256R1);
        });
        preload("brainpool");
        assertThat(exported())
                .extracting(euicc -> euicc.signed().encoded())
                .containsExactly(
                        lot.get(0).signed().encoded(), lot.get(1).signed().encoded());
        preload("nist");
        assertThat(RspCertificate.decode(exported().get(0).euiccCertificate()).curve())
                .isEqualTo(EllipticCurve.NIST_P256);
    }

    @Test
    void unused_keys_of_one_euicc_are_deleted() throws IOException {
        assertThat(run("create", "--pki", file("pki"), "--block-lpa", "--euicc", file("euicc")))
                .isZero();
        assertThat(run("preload", "--count", "2", "--out", file("keys"), "--euicc", file("euicc")))
                .isZero();
        assertThat(run("default-smdp", "smdpplus.example.com", "--euicc", file("euicc")))
                .isNotZero();
        assertThat(run("delete-unused-keys", "--out", file("deleted"), "--euicc", file("euicc")))
                .isZero();
        DeleteUnusedKeysResponse deleted =
                DeleteUnusedKeysResponse.decode(Files.readAllBytes(folder.resolve("deleted")));
        assertThat(deleted.signed().keyIdentifiers()).hasSize(2).allSatisfy(identifier -> assertThat(out.toString())
                .contains(identifier.text()));
        assertThat(run("default-smdp", "smdpplus.example.com", "--euicc", file("euicc")))
                .isZero();
    }

    private void preload(String curve) {
        assertThat(run(
                        "preload",
                        "--lot",
                        file("lot"),
                        "--pki",
                        file("pki"),
                        "--curve",
                        curve,
                        "--count",
                        "3",
                        "--out",
                        file("keys")))
                .isZero();
    }

    private List<PreloadedKeys> exported() throws IOException {
        List<PreloadedKeys> all = new ArrayList<>();
        try (InputStream input = Files.newInputStream(folder.resolve("keys"))) {
            PreloadedKeysReader reader = new PreloadedKeysReader(input);
            for (Optional<PreloadedKeys> next = reader.next(); next.isPresent(); next = reader.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("device"));
        all.addAll(List.of(arguments));
        CommandLine line = Mintline.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(new StringWriter(), true));
        return line.execute(all.toArray(String[]::new));
    }
}
