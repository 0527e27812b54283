package org.mintline.device.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.cli.Mintline;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.LoadBoundProfilePackage;
import org.mintline.rsp.es8plus.Binding;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es8plus.ConfigureIsdpRequest;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import picocli.CommandLine;

class ImageCommandTest {
    private static final Eid EID = Eid.withCheckDigits("890490320000000000000000000000");
    private static final BoundProfilePackage BOUND_PROFILE_PACKAGE = boundProfilePackage();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void make_keys_and_an_image() throws IOException {
        assertThat(run("keys", "--out", file("keys"))).isZero();
        Files.write(folder.resolve("profile.bpp"), BOUND_PROFILE_PACKAGE.encoded());
        assertThat(create("commercial")).as(err.toString()).isZero();
    }

    @Test
    void an_image_is_shown_without_any_key() {
        assertThat(run("show", file("profile.image"))).isZero();
        assertThat(out.toString())
                .contains("kind       commercial", "packets    " + packets().size(), "signature  not verified")
                .doesNotContain("89999010000000012349");
    }

    @Test
    void an_image_is_verified_by_the_certificate_of_its_signer() {
        assertThat(run("verify", file("profile.image"), "--signer", file("keys/commercial.der")))
                .isZero();
        assertThat(out.toString()).contains("signature  good");
    }

    @Test
    void the_device_gets_the_commands_that_load_the_package() throws IOException {
        assertThat(extract("device")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "ICCID      89999010000000012349", "EID        " + EID, "class      test", "operator   001-01");
        assertThat(Files.readAllLines(folder.resolve("out/packets.txt"))).isEqualTo(packets());
    }

    @Test
    void another_kind_another_signer_another_device_are_refused() throws IOException {
        assertThat(run(
                        "verify",
                        file("profile.image"),
                        "--signer",
                        file("keys/commercial.der"),
                        "--kind",
                        "development"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("profile.image is refused, WRONG_SIGNING_KIND: ");
        assertThat(run("verify", file("profile.image"), "--signer", file("keys/development.der")))
                .isEqualTo(1);
        assertThat(run("keys", "--out", file("others"))).isZero();
        assertThat(run("verify", file("profile.image"), "--signer", file("others/commercial.der")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("UNKNOWN_SIGNER");
        Files.copy(folder.resolve("others/device.key.pem"), folder.resolve("keys/other.key.pem"));
        assertThat(extract("other")).isEqualTo(1);
        assertThat(err.toString()).contains("OTHER_DEVICE");
        assertThat(folder.resolve("out/packets.txt")).doesNotExist();
    }

    @Test
    void an_altered_image_and_what_is_none_are_refused() throws IOException {
        byte[] image = Files.readAllBytes(folder.resolve("profile.image"));
        image[image.length / 2] ^= 1;
        Files.write(folder.resolve("altered.image"), image);
        assertThat(run("verify", file("altered.image"), "--signer", file("keys/commercial.der")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("altered.image is refused, WRONG_SIGNATURE: signature at byte ");
        assertThat(run("show", file("profile.bpp"))).isEqualTo(1);
        assertThat(err.toString()).contains("NOT_AN_IMAGE");
        assertThat(run("show", file("nowhere"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file");
    }

    @Test
    void mistakes_at_making_one_are_told_and_leave_nothing_behind() throws IOException {
        Files.delete(folder.resolve("profile.image"));
        Files.writeString(folder.resolve("profile.bpp"), "no package");
        assertThat(create("commercial")).isEqualTo(1);
        assertThat(err.toString()).contains("profile.bpp is no bound profile package: ");
        Files.copy(folder.resolve("keys/development.key.pem"), folder.resolve("keys/mixed.key.pem"));
        Files.copy(folder.resolve("keys/commercial.der"), folder.resolve("keys/mixed.der"));
        assertThat(create("mixed")).isEqualTo(1);
        assertThat(err.toString()).contains("mixed.key.pem is not the key of ");
        assertThat(folder.resolve("profile.image")).doesNotExist();
        assertThat(run("keys", "--out", file("keys"))).isEqualTo(1);
        assertThat(err.toString()).contains("already");
        assertThat(run("verify", file("profile.image"))).isEqualTo(2);
        assertThat(run("create", "--eid", "89049032")).isEqualTo(2);
        assertThat(err.toString()).contains("an EID has 32 decimal digits");
    }

    private int create(String signer) {
        return run(
                "create",
                file("profile.bpp"),
                "-o",
                file("profile.image"),
                "--signer",
                file("keys/" + signer + ".der"),
                "--signer-key",
                file("keys/" + signer + ".key.pem"),
                "--device-key",
                file("keys/device.pub.pem"),
                "--eid",
                EID.digits());
    }

    private int extract(String device) {
        return run(
                "extract",
                file("profile.image"),
                "--signer",
                file("keys/commercial.der"),
                "--device-key",
                file("keys/" + device + ".key.pem"),
                "--out",
                file("out"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> packets() {
        return LoadBoundProfilePackage.commands(BOUND_PROFILE_PACKAGE, 0)
                .map(command -> HexFormat.of().withUpperCase().formatHex(command.encoded()))
                .toList();
    }

    private static BoundProfilePackage boundProfilePackage() {
        Cryptography cryptography = Cryptography.system();
        KeyPair server = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        KeyPair euicc = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        StoreMetadataRequest metadata = new StoreMetadataRequest(
                new Iccid("89999010000000012349"),
                "Operator",
                "Profile",
                Optional.empty(),
                Optional.empty(),
                Optional.of(ProfileClass.TEST),
                List.of(),
                Optional.of(OperatorId.of("001", "01")),
                Set.of(),
                List.of());
        Binding binding = Binding.open(
                cryptography,
                new Binding.Session(
                        new byte[16],
                        EID.octets(),
                        Cryptography.encodePoint(euicc.getPublic()),
                        "smdpplus".getBytes(StandardCharsets.US_ASCII)),
                server,
                parts -> cryptography.sign(server.getPrivate(), parts),
                ConfigureIsdpRequest.empty(),
                metadata.encoded());
        return new UnprotectedProfilePackage(new byte[3000]).bind(binding);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(0, "image");
        CommandLine mintline = Mintline.commandLine();
        mintline.setOut(new PrintWriter(out, true));
        mintline.setErr(new PrintWriter(err, true));
        return mintline.execute(all.toArray(String[]::new));
    }
}
