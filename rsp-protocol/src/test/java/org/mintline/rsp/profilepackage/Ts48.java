package org.mintline.rsp.profilepackage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published generic test profiles (GSMA TS.48), in the folder that the system property {@code mintline.material} names. */
public final class Ts48 {
    private Ts48() {}

    /** All packages; the test is skipped where there are none. */
    public static List<Path> files() {
        Path folder = Path.of(System.getProperty("mintline.material", "none"), "ts48");
        assumeTrue(Files.isDirectory(folder), "published material is not in " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".der")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package whose file name contains that text. */
    public static byte[] bytes(String namePart) {
        return read(files().stream()
                .filter(f -> f.getFileName().toString().contains(namePart))
                .findFirst()
                .orElseThrow());
    }

    /** The bytes of a package. */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
