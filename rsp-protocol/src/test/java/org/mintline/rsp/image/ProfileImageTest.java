package org.mintline.rsp.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.image.ProfileImageException.Reason;

class ProfileImageTest {
    private static final byte[] IMAGE = Factory.image(Factory.PACKETS);

    @Property(tries = 200)
    void the_device_gets_any_packets_as_they_were_put_in(
            @ForAll @Size(min = 1, max = 20) List<@Size(min = 1, max = 700) byte[]> packets) {
        assertThat(Factory.packets(Factory.image(packets))).containsExactlyElementsOf(packets);
    }

    @Test
    void header_and_metadata_are_read_as_they_were_written() throws IOException {
        VerifiedImage verified = Factory.verify(IMAGE);
        assertThat(verified.packets()).isEqualTo(3);
        assertThat(verified.length()).isEqualTo(IMAGE.length);
        assertThat(verified.signer().kind()).isEqualTo(SigningKind.COMMERCIAL);
        assertThat(verified.header().device()).isEqualTo(new DeviceKey(Factory.DEVICE.getPublic()).identifier());
        ImageMetadata metadata = open(verified, IMAGE).metadata();
        assertThat(metadata).usingRecursiveComparison().isEqualTo(Factory.METADATA);
        assertThat(metadata.isTestProfile()).isTrue();
        ImageOutline outline = ImageOutline.read(new ByteArrayInputStream(IMAGE));
        assertThat(outline.header()).usingRecursiveComparison().isEqualTo(verified.header());
    }

    @Test
    void the_longest_packet_passes_and_a_longer_one_does_not() throws IOException {
        byte[] longest = new byte[ProfileImageWriter.MAXIMUM_PACKET];
        assertThat(Factory.packets(Factory.image(List.of(longest)))).containsExactly(longest);
        ProfileImageWriter writer = writer(Optional.empty());
        assertThatThrownBy(() -> writer.packet(new byte[longest.length + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.packet(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_change_of_one_byte_is_refused() {
        for (int i = 0; i < IMAGE.length; i++) {
            for (int change : new int[] {0x01, 0x80, 0xFF}) {
                byte[] changed = IMAGE.clone();
                changed[i] ^= (byte) change;
                assertThatThrownBy(() -> Factory.verify(changed))
                        .as("byte %d", i)
                        .isInstanceOf(ProfileImageException.class);
            }
        }
    }

    @Test
    void every_change_of_one_byte_is_refused_also_by_the_device_when_the_signer_signs_it() {
        int end = IMAGE.length - ImageFormat.SIGNATURE_LENGTH;
        for (int i = 0; i < end; i++) {
            byte[] changed = IMAGE.clone();
            changed[i] ^= 0x02;
            byte[] signed = Factory.signedAnew(changed);
            assertThatThrownBy(() -> Factory.packets(signed))
                    .as("byte %d", i)
                    .isInstanceOf(ProfileImageException.class);
        }
    }

    @Test
    void an_image_that_is_cut_off_anywhere_is_refused_as_such() {
        for (int i = 0; i < IMAGE.length; i++) {
            byte[] cut = Arrays.copyOf(IMAGE, i);
            assertRefused(Reason.TRUNCATED, () -> Factory.verify(cut));
        }
    }

    @Test
    void what_follows_the_end_is_refused() {
        assertRefused(Reason.MALFORMED, () -> Factory.verify(Arrays.copyOf(IMAGE, IMAGE.length + 1)));
    }

    @Test
    void what_is_no_image_is_told_from_one_that_was_sent_as_text() {
        assertRefused(Reason.NOT_AN_IMAGE, () -> Factory.verify(new byte[100]));
        byte[] text = IMAGE.clone();
        text[5] = '\n';
        assertThat(assertRefused(Reason.NOT_AN_IMAGE, () -> Factory.verify(text)))
                .hasMessageContaining("text");
    }

    @Test
    void another_major_version_is_refused_and_another_minor_version_is_read() {
        byte[] major = IMAGE.clone();
        major[ImageFormat.MAGIC_LENGTH] = 2;
        assertRefused(Reason.UNKNOWN_VERSION, () -> Factory.verify(Factory.signedAnew(major)));
        byte[] minor = IMAGE.clone();
        minor[ImageFormat.MAGIC_LENGTH + 1] = 7;
        assertThat(Factory.verify(Factory.signedAnew(minor)).packets()).isEqualTo(3);
    }

    @Test
    void records_that_are_swapped_doubled_or_dropped_are_refused() {
        List<byte[]> parts = Parts.of(IMAGE);
        assertRearrangementIsRefused(parts, 0, 1, 3, 2, 4, 5, 6);
        assertRearrangementIsRefused(parts, 0, 1, 2, 2, 3, 4, 5, 6);
        assertRearrangementIsRefused(parts, 0, 1, 2, 3, 4, 4, 5, 6);
        assertRearrangementIsRefused(parts, 0, 1, 2, 4, 5, 6);
        assertRearrangementIsRefused(parts, 0, 1, 3, 4, 5, 6);
        assertRearrangementIsRefused(parts, 0, 1, 2, 3, 5, 6);
    }

    @Test
    void records_out_of_their_order_are_refused_without_a_key() {
        List<byte[]> parts = Parts.of(IMAGE);
        for (int[] order : new int[][] {{0, 2, 3, 5, 6}, {0, 1, 1, 2, 5, 6}, {0, 1, 5, 6}, {0, 5, 6}}) {
            byte[] image = Parts.join(Parts.pick(parts, order));
            assertRefused(Reason.MALFORMED, () -> ImageOutline.read(new ByteArrayInputStream(image)));
        }
    }

    @Test
    void another_device_does_not_open_it() {
        VerifiedImage verified = Factory.verify(IMAGE);
        assertRefused(Reason.OTHER_DEVICE, () -> Factory.packets(verified, IMAGE, Factory.OTHER_DEVICE.getPrivate()));
    }

    @Test
    void a_device_takes_images_of_its_own_kind_only() {
        byte[] development = Factory.image(
                Factory.of(SigningKind.DEVELOPMENT, Factory.DEVELOPMENT), Factory.METADATA, Factory.PACKETS);
        TrustedSigners ofDeveloper = Factory.trusting(SigningKind.DEVELOPMENT);
        assertThat(Factory.verify(development, ofDeveloper).packets()).isEqualTo(3);
        assertRefused(Reason.WRONG_SIGNING_KIND, () -> Factory.verify(development));
        assertRefused(Reason.WRONG_SIGNING_KIND, () -> Factory.verify(IMAGE, ofDeveloper));
    }

    @Test
    void a_development_key_signs_no_commercial_image() {
        byte[] pretended = Factory.image(
                Factory.of(SigningKind.COMMERCIAL, Factory.DEVELOPMENT), Factory.METADATA, Factory.PACKETS);
        assertRefused(Reason.WRONG_SIGNING_KIND, () -> Factory.verify(pretended));
    }

    @Test
    void a_key_that_is_not_trusted_counts_for_nothing() {
        byte[] unknown = Factory.image(
                Factory.of(SigningKind.COMMERCIAL, Factory.OTHER_DEVICE), Factory.METADATA, Factory.PACKETS);
        assertRefused(Reason.UNKNOWN_SIGNER, () -> Factory.verify(unknown));
    }

    @Test
    void other_bytes_than_were_verified_are_refused() {
        VerifiedImage verified = Factory.verify(IMAGE);
        byte[] other = Factory.image(
                Factory.of(SigningKind.COMMERCIAL, Factory.COMMERCIAL), Factory.METADATA, List.of(new byte[] {9}));
        assertRefused(Reason.ALTERED, () -> Factory.packets(verified, other, Factory.DEVICE.getPrivate()));
        byte[] otherHeader = IMAGE.clone();
        otherHeader[20] ^= 1;
        assertRefused(Reason.ALTERED, () -> Factory.packets(verified, otherHeader, Factory.DEVICE.getPrivate()));
    }

    @Test
    void after_an_error_no_further_packet_is_given() throws IOException {
        byte[] changed = IMAGE.clone();
        int third = Parts.offset(IMAGE, 3);
        changed[third + 5] ^= 1;
        ProfileImageReader reader = open(Factory.verify(IMAGE), changed);
        assertThat(reader.nextPacket()).isPresent();
        assertRefused(Reason.ALTERED, reader::nextPacket);
        assertRefused(Reason.ALTERED, reader::nextPacket);
    }

    @Test
    void huge_lengths_are_refused_before_anything_is_read() {
        byte[] header = IMAGE.clone();
        header[ImageFormat.PREAMBLE_LENGTH - 2] = (byte) 0xFF;
        assertRefused(Reason.TOO_LONG, () -> Factory.verify(header));
        for (int record = 1; record <= 5; record++) {
            byte[] image = IMAGE.clone();
            image[Parts.offset(IMAGE, record) + 1] = (byte) 0xFF;
            assertRefused(Reason.TOO_LONG, () -> ImageOutline.read(new ByteArrayInputStream(image)));
        }
    }

    @Test
    void an_image_without_end_is_refused() {
        List<byte[]> parts = Parts.of(IMAGE);
        for (int size : new int[] {17, ProfileImageWriter.MAXIMUM_PACKET}) {
            byte[] packet = new byte[ImageFormat.RECORD_HEADER_LENGTH + size];
            packet[0] = 2;
            packet[1] = (byte) (size >> 8);
            packet[2] = (byte) size;
            InputStream endless = new SequenceInputStream(
                    Collections.enumeration(Collections.nCopies(ProfileImageWriter.MAXIMUM_PACKETS + 2, packet).stream()
                            .<InputStream>map(ByteArrayInputStream::new)
                            .toList()));
            InputStream image =
                    new SequenceInputStream(new ByteArrayInputStream(Parts.join(Parts.pick(parts, 0, 1))), endless);
            assertRefused(Reason.TOO_LONG, () -> ImageOutline.read(image));
        }
    }

    @Test
    void an_image_does_not_get_longer_than_a_reader_takes() throws IOException {
        ProfileImageWriter writer = writer(Optional.empty());
        byte[] packet = new byte[ProfileImageWriter.MAXIMUM_PACKET];
        assertRefused(Reason.TOO_LONG, () -> {
            while (true) {
                writer.packet(packet);
            }
        });
        assertThat(writer.packets()).isEqualTo(1022);
    }

    @Test
    void an_image_has_the_packets_that_it_announces() throws IOException {
        ProfileImageWriter writer = writer(Optional.of(2));
        writer.packet(new byte[1]);
        assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
        writer.packet(new byte[1]);
        writer.finish();
        assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.packet(new byte[1])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writer(Optional.empty())::finish).isInstanceOf(IllegalStateException.class);
    }

    private static void assertRearrangementIsRefused(List<byte[]> parts, int... order) {
        byte[] image = Parts.join(Parts.pick(parts, order));
        assertThatThrownBy(() -> Factory.verify(image)).isInstanceOf(ProfileImageException.class);
        assertRefused(Reason.ALTERED, () -> Factory.packets(Factory.signedAnew(image)));
    }

    private static ProfileImageWriter writer(Optional<Integer> packets) throws IOException {
        ImageMetadata all = Factory.METADATA;
        ImageMetadata metadata = new ImageMetadata(
                all.iccid(),
                all.eid(),
                all.serviceProviderName(),
                all.profileName(),
                all.profileClass(),
                all.profileOwner(),
                packets);
        return Factory.of(SigningKind.COMMERCIAL, Factory.COMMERCIAL)
                .begin(OutputStream.nullOutputStream(), new DeviceKey(Factory.DEVICE.getPublic()), metadata);
    }

    private static ProfileImageReader open(VerifiedImage verified, byte[] image) throws IOException {
        return verified.open(new ByteArrayInputStream(image), Factory.DEVICE.getPrivate());
    }

    private static ProfileImageException assertRefused(Reason reason, ThrowingCallable action) {
        ProfileImageException refusal = catchThrowableOfType(ProfileImageException.class, action);
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        assertThat(refusal.offset()).isNotNegative();
        return refusal;
    }
}
