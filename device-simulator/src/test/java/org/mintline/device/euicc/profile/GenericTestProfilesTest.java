package org.mintline.device.euicc.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.ElementaryFile;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Every generic test profile of the GSMA (TS.48) becomes a file system. */
class GenericTestProfilesTest {
    private static final Path PACKAGES = Path.of(System.getProperty("mintline.material", "none"), "ts48");
    private static final int MEMORY = 500_000;
    private static final byte[] USIM = HexFormat.of().parseHex("A0000000871002");

    static Stream<Path> packages() throws IOException {
        assumeTrue(Files.isDirectory(PACKAGES), "published material is not in " + PACKAGES);
        return Files.list(PACKAGES)
                .filter(file -> file.toString().endsWith(".der"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void is_installed_element_by_element(Path file) {
        ProfileInstallation installation = new ProfileInstallation(EnumSet.allOf(UiccCapability.class), MEMORY, true);
        for (Tlv element : elements(file)) {
            assertThat(installation.process(element)).as(element.toString()).matches(PeStatus::isOk);
        }

        InstalledProfile profile = installation.result();
        assertThat(content(profile.masterFile(), 0x2FE2)).isEqualTo(profile.iccid());
        Directory usim = profile.application(USIM).orElseThrow();
        assertThat(content(usim, 0x6F07)).isEqualTo(HexFormat.of().parseHex("080910101032540636"));
        assertThat(profile.authentication(usim)).isPresent();
        assertThat(usim.pin(0x81)).isPresent();
        assertThat(usim.pin(0x01)).isPresent();
        assertThat(profile.securityDomains()).hasSizeGreaterThan(1);
    }

    @Test
    void is_refused_where_the_memory_ends() {
        List<Tlv> elements = elements(anyPackage());
        ProfileInstallation installation = new ProfileInstallation(EnumSet.allOf(UiccCapability.class), 5_000, true);

        PeStatus last = elements.stream()
                .map(installation::process)
                .filter(status -> !status.isOk())
                .findFirst()
                .orElseThrow();

        assertThat(last.code()).isEqualTo(PeStatus.Code.NOT_ENOUGH_MEMORY);
    }

    @Test
    void is_refused_where_a_mandatory_service_is_missing() {
        Set<UiccCapability> withoutCsim = EnumSet.complementOf(EnumSet.of(UiccCapability.CSIM_SUPPORT));
        ProfileInstallation installation = new ProfileInstallation(withoutCsim, MEMORY, true);

        PeStatus header = installation.process(elements(anyPackage()).get(0));

        assertThat(header.code()).isEqualTo(PeStatus.Code.FEATURE_NOT_SUPPORTED);
    }

    @Test
    void is_refused_where_an_element_comes_before_the_header() {
        ProfileInstallation installation = new ProfileInstallation(EnumSet.allOf(UiccCapability.class), MEMORY, true);

        PeStatus status = installation.process(elements(anyPackage()).get(1));

        assertThat(status).isEqualTo(new PeStatus(PeStatus.Code.BAD_VALUES, 4));
    }

    private static byte[] content(Directory directory, int fileId) {
        ElementaryFile file = (ElementaryFile) directory.file(fileId).orElseThrow();
        return file.readBinary(0, 0);
    }

    private static Path anyPackage() {
        try (Stream<Path> all = packages()) {
            return all.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Tlv> elements(Path file) {
        try {
            return Tlv.decodeAll(Files.readAllBytes(file), DecodeLimits.PACKAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
