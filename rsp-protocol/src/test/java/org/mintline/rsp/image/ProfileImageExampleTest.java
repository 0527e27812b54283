package org.mintline.rsp.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.crypto.Cryptography;

/** The example in the description of the format is what this code writes and reads. */
class ProfileImageExampleTest {
    private static final Path DESCRIPTION = Path.of("../docs/formats/profile-image.md");
    private static final Pattern HEX_BLOCK = Pattern.compile("```hex\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_example_is_written_byte_for_byte() throws IOException {
        assertThat(HexFormat.of().formatHex(Factory.image(Factory.PACKETS)))
                .isEqualTo(HexFormat.of().formatHex(bytes(blocks().get(0))));
    }

    @Test
    void the_example_opens_with_the_keys_that_stand_beside_it() throws IOException {
        assertThat(Files.readString(DESCRIPTION))
                .contains("signer | `" + scalar(Factory.COMMERCIAL) + "`", "device | `" + scalar(Factory.DEVICE) + "`");
        byte[] image = bytes(blocks().get(0));
        ProfileImageReader reader =
                Factory.verify(image).open(new ByteArrayInputStream(image), Factory.DEVICE.getPrivate());
        List<byte[]> plain = new ArrayList<>();
        plain.add(reader.metadata().encoded());
        plain.addAll(Factory.packets(image));
        plain.add(ImageFormat.end(
                Factory.PACKETS.size(),
                Cryptography.sha256(Factory.PACKETS.stream()
                        .flatMap(p -> List.of(ImageFormat.packetLength(p), p).stream())
                        .toArray(byte[][]::new))));
        assertThat(blocks().get(1).lines().map(l -> bytes(l + "\n"))).containsExactlyElementsOf(plain);
    }

    private static List<String> blocks() throws IOException {
        Matcher matcher = HEX_BLOCK.matcher(Files.readString(DESCRIPTION));
        return matcher.results().map(r -> r.group(1)).toList();
    }

    /** The hexadecimal digits of lines, up to a semicolon that begins a remark. */
    private static byte[] bytes(String lines) {
        return HexFormat.of().parseHex(lines.replaceAll(";[^\n]*", "").replaceAll("\\s", ""));
    }

    private static String scalar(KeyPair keys) {
        return HexFormat.of().formatHex(BigIntegers.asUnsignedByteArray(32, ((ECPrivateKey) keys.getPrivate()).getS()));
    }
}
