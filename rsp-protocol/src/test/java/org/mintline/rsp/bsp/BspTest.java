package org.mintline.rsp.bsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.crypto.ReproducibleRandomness;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

class BspTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Session keys and segments of another SM-DP+, as published with osmocom's open implementation. */
    private static final BspKeys PUBLISHED_KEYS = new BspKeys(
            HEX.parseHex("406d507b448a699e7a36a38494debbde"),
            HEX.parseHex("472f5bfadd97f21d34f3ce9b51b92751"),
            HEX.parseHex("9ec07f5b36a13e12a991d66e294e6242"));

    private static final String CONFIGURE_ISDP = "bf2400";
    private static final String PROTECTED_CONFIGURE_ISDP = "8718f6fe031e4b9cfe87c8e1e62f3fde85c49412d7722a6a2d89";
    private static final String STORE_METADATA =
            "bf252d5a0a98001032547698103214910947534d415f54455354921147534d415f544553" + "545f50524f46494c45950100";
    private static final String PROTECTED_STORE_METADATA = "8838" + STORE_METADATA + "8a62cc9adbb5ccbc";
    private static final String REPLACE_SESSION_KEYS =
            "bf26368010000102030405060708090a0b0c0d0e0f8110010102030405060708"
                    + "090a0b0c0d0e0f8210020102030405060708090a0b0c0d0e0f";
    private static final String PROTECTED_REPLACE_SESSION_KEYS =
            "8748a14c800a001992351cd46ad2945654674369701d82b7b46567652b"
                    + "c8fbed234939fc57fba748015525fd6c651e9d3d1330652d42a0cfad950e912122af4ec5362d3c0bc535729c40";

    @Test
    void derived_keys_equal_those_of_another_sm_dp_plus() {
        BspKeys keys = BspKeys.derive(
                HEX.parseHex("c9a993dd4879a8f7161f2085410edd4f9652f1df37be097ba96ba2ca6be528fe"),
                HEX.parseHex("8080808080808080"),
                HEX.parseHex("89049032123451234512345678901235"));
        assertThat(keys).usingRecursiveComparison().isEqualTo(PUBLISHED_KEYS);
    }

    @Test
    void segments_equal_those_of_another_sm_dp_plus() {
        SegmentWriter writer = new SegmentWriter(PUBLISHED_KEYS);
        assertThat(HEX.formatHex(writer.encryptAndMac(0x87, HEX.parseHex(CONFIGURE_ISDP))))
                .isEqualTo(PROTECTED_CONFIGURE_ISDP);
        assertThat(HEX.formatHex(writer.macOnly(0x88, HEX.parseHex(STORE_METADATA))))
                .isEqualTo(PROTECTED_STORE_METADATA);
        assertThat(HEX.formatHex(writer.encryptAndMac(0x87, HEX.parseHex(REPLACE_SESSION_KEYS))))
                .isEqualTo(PROTECTED_REPLACE_SESSION_KEYS);
    }

    @Test
    void segments_of_another_sm_dp_plus_are_read() {
        SegmentReader reader = new SegmentReader(PUBLISHED_KEYS);
        assertThat(HEX.formatHex(reader.decrypt(0x87, HEX.parseHex(PROTECTED_CONFIGURE_ISDP))))
                .isEqualTo(CONFIGURE_ISDP);
        assertThat(HEX.formatHex(reader.verify(0x88, HEX.parseHex(PROTECTED_STORE_METADATA))))
                .isEqualTo(STORE_METADATA);
        assertThat(HEX.formatHex(reader.decrypt(0x87, HEX.parseHex(PROTECTED_REPLACE_SESSION_KEYS))))
                .isEqualTo(REPLACE_SESSION_KEYS);
    }

    @Property(tries = 300)
    void what_is_written_is_read_whatever_its_size(
            @ForAll @Size(min = 1, max = 5000) byte[] first, @ForAll @Size(min = 1, max = 3000) byte[] second) {
        SegmentWriter writer = new SegmentWriter(keys(1));
        List<byte[]> encrypted = segments(writer.encryptAndMac(0x86, first));
        List<byte[]> authenticated = segments(writer.macOnly(0x88, second));
        SegmentReader reader = new SegmentReader(keys(1));
        ByteArrayOutputStream firstRead = new ByteArrayOutputStream();
        encrypted.forEach(s -> firstRead.writeBytes(reader.decrypt(0x86, s)));
        ByteArrayOutputStream secondRead = new ByteArrayOutputStream();
        authenticated.forEach(s -> secondRead.writeBytes(reader.verify(0x88, s)));
        assertThat(firstRead.toByteArray()).isEqualTo(first);
        assertThat(secondRead.toByteArray()).isEqualTo(second);
        assertThat(encrypted).allMatch(s -> s.length <= SegmentReader.MAXIMUM_SEGMENT);
        assertThat(authenticated).allMatch(s -> s.length <= SegmentReader.MAXIMUM_SEGMENT);
    }

    @Property(tries = 500)
    void a_segment_with_any_changed_bit_is_refused(
            @ForAll @Size(min = 1, max = 300) byte[] data, @ForAll @IntRange(max = 10_000) int place) {
        byte[] encrypted = new SegmentWriter(keys(2)).encryptAndMac(0x86, data);
        byte[] authenticated = new SegmentWriter(keys(2)).macOnly(0x88, data);
        encrypted[place / 8 % encrypted.length] ^= (byte) (1 << place % 8);
        authenticated[place / 8 % authenticated.length] ^= (byte) (1 << place % 8);
        assertThatThrownBy(() -> new SegmentReader(keys(2)).decrypt(0x86, encrypted))
                .isInstanceOf(BspException.class);
        assertThatThrownBy(() -> new SegmentReader(keys(2)).verify(0x88, authenticated))
                .isInstanceOf(BspException.class);
    }

    @Property(tries = 2000)
    void any_bytes_end_in_the_typed_error(@ForAll @Size(max = 1100) byte[] segment) {
        assertThatThrownBy(() -> new SegmentReader(keys(3)).decrypt(0x86, segment))
                .isInstanceOf(BspException.class);
        assertThatThrownBy(() -> new SegmentReader(keys(3)).verify(0x88, segment))
                .isInstanceOf(BspException.class);
    }

    @Test
    void segments_in_another_order_are_refused_and_nothing_is_taken_afterwards() {
        List<byte[]> segments = segments(new SegmentWriter(keys(4)).encryptAndMac(0x86, new byte[2500]));
        SegmentReader reader = new SegmentReader(keys(4));
        reader.decrypt(0x86, segments.get(0));
        assertRefused(reader, segments.get(2));
        assertRefused(reader, segments.get(1));
    }

    @Test
    void a_segment_that_comes_twice_is_refused() {
        List<byte[]> segments = segments(new SegmentWriter(keys(4)).encryptAndMac(0x86, new byte[2500]));
        SegmentReader reader = new SegmentReader(keys(4));
        reader.decrypt(0x86, segments.get(0));
        assertRefused(reader, segments.get(0));
    }

    @Test
    void a_segment_of_other_keys_is_refused() {
        byte[] segment = new SegmentWriter(keys(5)).encryptAndMac(0x86, new byte[10]);
        assertRefused(new SegmentReader(keys(6)), segment);
    }

    @Test
    void keys_do_not_show_in_text() {
        assertThat(keys(1)).hasToString("BspKeys[hidden]");
    }

    private static void assertRefused(SegmentReader reader, byte[] segment) {
        assertThatThrownBy(() -> reader.decrypt(0x86, segment))
                .asInstanceOf(InstanceOfAssertFactories.throwable(BspException.class))
                .extracting(BspException::reason)
                .isEqualTo(BspException.Reason.SECURITY);
    }

    private static List<byte[]> segments(byte[] all) {
        return Tlv.decodeAll(all, DecodeLimits.PACKAGE).stream()
                .map(Tlv::encoded)
                .toList();
    }

    private static BspKeys keys(long seed) {
        return BspKeys.random(new ReproducibleRandomness(seed));
    }
}
