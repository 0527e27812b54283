package org.mintline.rsp.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

class PreloadedKeysReaderTest {
    private static final byte[] ONE = Example.preloadedKeys().encoded();

    @Test
    void euiccs_are_read_one_behind_the_other() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            file.write(ONE);
        }
        PreloadedKeysReader reader = new PreloadedKeysReader(new ByteArrayInputStream(file.toByteArray()));
        for (int i = 0; i < 100; i++) {
            assertThat(reader.next().orElseThrow().encoded()).isEqualTo(ONE);
        }
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() {
        for (int length = 1; length < ONE.length; length++) {
            refused(Arrays.copyOf(ONE, length));
        }
    }

    @Test
    void what_is_too_long_is_refused_before_it_is_read() {
        Stream.of("FF30847FFFFFFF", "FF3083FFFFFF", "FF3083010000", "FF3080", "FF32020000")
                .map(HexFormat.of()::parseHex)
                .forEach(PreloadedKeysReaderTest::refused);
    }

    @Test
    void an_object_of_another_version_is_refused() {
        byte[] other = ONE.clone();
        int version = Tlv.decode(other, DecodeLimits.MESSAGE)
                .children()
                .get(0)
                .children()
                .get(0)
                .valueOffset();
        other[version] = 2;
        refused(other);
    }

    @Test
    void what_is_malformed_within_can_be_passed_over() throws IOException {
        byte[] other = ONE.clone();
        other[other.length / 2] ^= 1;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(other);
        file.write(ONE);
        PreloadedKeysReader reader = new PreloadedKeysReader(new ByteArrayInputStream(file.toByteArray()));
        assertThat(reader.nextEncoded()).hasValue(other);
        assertThat(reader.next().orElseThrow().encoded()).isEqualTo(ONE);
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> new PreloadedKeysReader(new ByteArrayInputStream(file)).next())
                .isInstanceOf(DecodeException.class);
    }
}
