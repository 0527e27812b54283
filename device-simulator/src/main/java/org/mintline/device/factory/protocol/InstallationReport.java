package org.mintline.device.factory.protocol;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * How an installation ended: what the station collects and carries back.
 *
 * @param imageIdentifier '80', of the image, or random for packets that came without one; 16 bytes
 * @param iccid '5A', the profile, if it is known
 * @param outcome '81'
 * @param detail '82', in plain words; at most 255 bytes
 * @param profileInstallationResult 'BF37', as the eUICC signed it, if it gave one
 */
public record InstallationReport(
        byte[] imageIdentifier,
        Optional<Iccid> iccid,
        Outcome outcome,
        String detail,
        Optional<byte[]> profileInstallationResult) {
    private static final int TAG = 0xE3;
    private static final int PROFILE_INSTALLATION_RESULT = 0xBF37;
    private static final int MAXIMUM_DETAIL = 255;
    private static final DecodeLimits LIMITS = new DecodeLimits(64 * 1024, 16, 512);

    /** How it ended. */
    public enum Outcome implements NamedNumber {
        /** The profile is on the eUICC. */
        INSTALLED(1),
        /** It is not, and nothing of it. */
        FAILED(2);

        private final int number;

        Outcome(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }
    }

    /**
     * Reads a report.
     *
     * @throws org.mintline.rsp.tlv.DecodeException if it is none
     */
    public static InstallationReport decode(byte[] input) {
        return decode(Tlv.decode(input, LIMITS));
    }

    /** Reads the data object 'E3'. */
    public static InstallationReport decode(Tlv tlv) {
        TlvReader reader = tlv.expect(TAG, "installation report").reader();
        InstallationReport report = new InstallationReport(
                reader.require(0x80, "imageIdentifier")
                        .octets(ImageHeader.IDENTIFIER_LENGTH, ImageHeader.IDENTIFIER_LENGTH),
                reader.optional(0x5A).map(Iccid::decode),
                NamedNumber.require(Outcome.class, reader.require(0x81, "outcome")),
                reader.require(0x82, "detail").utf8(MAXIMUM_DETAIL),
                reader.optional(PROFILE_INSTALLATION_RESULT).map(Tlv::encoded));
        reader.end();
        return report;
    }

    /** The data object 'E3'. */
    public byte[] encoded() {
        TlvWriter writer = new TlvWriter().octets(0x80, imageIdentifier);
        iccid.ifPresent(number -> writer.encoded(number.encoded()));
        writer.number(0x81, outcome).utf8(0x82, detail);
        profileInstallationResult.ifPresent(writer::encoded);
        return writer.wrap(TAG);
    }

    /** Whether the profile is on the eUICC. */
    public boolean isInstalled() {
        return outcome == Outcome.INSTALLED;
    }

    /** Whether it is of this image. */
    public boolean isOf(ImageTransfer image) {
        return Arrays.equals(imageIdentifier, image.imageIdentifier());
    }

    /** The identifier of the image in hexadecimal digits. */
    public String imageName() {
        return HexFormat.of().formatHex(imageIdentifier);
    }
}
