package org.mintline.device.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mintline.device.cli.Mintline;
import picocli.CommandLine;

class ProfileCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path compiled;

    @BeforeEach
    void compile_the_own_template() {
        compiled = folder.resolve("default.der");
        assertThat(run("compile", "-o", compiled.toString())).isZero();
        assertThat(out.toString()).contains("20 profile elements");
    }

    @Test
    void a_compiled_package_passes_the_check() {
        assertThat(run("check", compiled.toString())).isZero();
        assertThat(out.toString()).contains("default.der: 0 errors, 0 warnings");
    }

    @Test
    void a_package_is_shown_without_its_secrets() {
        assertThat(run("show", compiled.toString())).isZero();
        assertThat(out.toString()).contains("iccid 89999010000000000013", "key ********");
        assertThat(run("show", "--secrets", compiled.toString())).isZero();
        assertThat(out.toString()).contains("key 00112233445566778899AABBCCDDEEFF");
    }

    @Test
    void a_personalised_package_differs_in_what_was_set() throws IOException {
        Path data = Files.writeString(folder.resolve("data.txt"), "# a subscriber\nimsi=001010123456787\n");
        Path result = folder.resolve("result.der");
        assertThat(run(
                        "personalise",
                        compiled.toString(),
                        "-o",
                        result.toString(),
                        "-d",
                        data.toString(),
                        "--set",
                        "spn=Test"))
                .isZero();
        assertThat(run("diff", compiled.toString(), result.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "~ usim.ef-imsi.fillFileContent",
                        "~ usim.ef-acc.fillFileContent",
                        "~ usim.ef-spn.fillFileContent");
        assertThat(run("diff", result.toString(), result.toString())).isZero();
    }

    @Test
    void a_broken_package_is_explained_and_fails() throws IOException {
        byte[] bytes = Files.readAllBytes(compiled);
        bytes[1] = 5;
        Path broken = Files.write(folder.resolve("broken.der"), bytes);
        assertThat(run("check", broken.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("broken.der is no profile package: ");
        assertThat(run("show", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere does not exist");
    }

    @Test
    void a_template_with_a_mistake_names_its_line() throws IOException {
        Path template = Files.writeString(
                folder.resolve("t.yaml"), "format: mintline-profile-template/1\nelements:\n  - ende:\n");
        assertThat(run("compile", template.toString(), "-o", compiled.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("line 3: there is no profile element 'ende'");
    }

    @Test
    void wrong_usage_has_an_exit_code_of_its_own() {
        assertThat(run("personalise", compiled.toString(), "-o", compiled.toString()))
                .isEqualTo(2);
        assertThat(run("personalise", compiled.toString(), "-o", compiled.toString(), "--set", "imsi"))
                .isEqualTo(2);
        assertThat(run("diff", compiled.toString())).isEqualTo(2);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 1];
        all[0] = "profile";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine mintline = Mintline.commandLine();
        mintline.setOut(new PrintWriter(out, true));
        mintline.setErr(new PrintWriter(err, true));
        return mintline.execute(all);
    }
}
