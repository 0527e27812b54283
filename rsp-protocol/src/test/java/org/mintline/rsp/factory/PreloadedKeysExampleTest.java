package org.mintline.rsp.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/** The examples in the description of the format are what this code writes and reads. */
class PreloadedKeysExampleTest {
    private static final Path DESCRIPTION = Path.of("../docs/formats/preloaded-keys.md");
    private static final Pattern HEX_BLOCK = Pattern.compile("```hex\n(.*?)```", Pattern.DOTALL);
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void the_examples_are_written_byte_for_byte() throws IOException {
        assertThat(blocks())
                .containsExactly(
                        HEX.formatHex(Example.publicKey()),
                        HEX.formatHex(Example.preloadedKeys().encoded()),
                        HEX.formatHex(Example.preparation().encoded()));
    }

    @Test
    void the_example_is_signed_by_the_key_that_stands_beside_it() throws IOException {
        Cryptography cryptography = Cryptography.system();
        PreloadedKeys read = PreloadedKeys.decode(HEX.parseHex(blocks().get(1)));
        assertThat(cryptography.verify(
                        cryptography.decodePoint(EllipticCurve.NIST_P256, HEX.parseHex(blocks().get(0))),
                        read.euiccSignature().value(),
                        read.signed().encoded()))
                .isTrue();
        assertThat(read.signed().keys().get(0).keyIdentifier())
                .isEqualTo(Example.preparation().keyIdentifier());
    }

    /** The hexadecimal digits of each block, without what stands behind a semicolon. */
    private static List<String> blocks() throws IOException {
        return HEX_BLOCK
                .matcher(Files.readString(DESCRIPTION))
                .results()
                .map(block -> block.group(1).replaceAll(";[^\n]*", "").replaceAll("\\s", ""))
                .toList();
    }
}
