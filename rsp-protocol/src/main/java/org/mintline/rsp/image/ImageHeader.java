package org.mintline.rsp.image;

import java.time.Instant;
import java.util.HexFormat;
import org.mintline.rsp.crypto.Hpke;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.NamedNumber;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;
import org.mintline.rsp.tlv.TlvWriter;

/**
 * The header of an image, 'E0': what can be read without a key.
 *
 * @param imageIdentifier '80', 16 random bytes
 * @param signingKind '81', what the image is for
 * @param signer '82', the subject key identifier of the key that signs
 * @param device '83', the identifier of the device's key ({@link DeviceKey#identifier()})
 * @param created '84', when it was begun, to the second
 * @param encapsulatedKey '85', the encapsulated key of HPKE, 65 bytes
 */
public record ImageHeader(
        byte[] imageIdentifier,
        SigningKind signingKind,
        SubjectKeyIdentifier signer,
        SubjectKeyIdentifier device,
        Instant created,
        byte[] encapsulatedKey) {
    /** The length of an image identifier, in bytes. */
    public static final int IDENTIFIER_LENGTH = 16;

    private static final int TAG = 0xE0;
    private static final int MAXIMUM_KEY_IDENTIFIER = 64;
    private static final int FIRST_PRIVATE_TAG = 0xC0;
    private static final DecodeLimits LIMITS = new DecodeLimits(ImageFormat.MAXIMUM_HEADER, 4, 32);

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    /** Refuses sizes that the format does not have. */
    public ImageHeader {
        if (imageIdentifier.length != IDENTIFIER_LENGTH || encapsulatedKey.length != Hpke.ENCAPSULATED_KEY_LENGTH) {
            throw new IllegalArgumentException("an image has an identifier of 16 and an encapsulated key of 65 bytes");
        }
        if (created.getEpochSecond() < 0 || created.getEpochSecond() > LATEST || created.getNano() != 0) {
            throw new IllegalArgumentException("an image is created at a whole second of 1970 to 9999");
        }
    }

    /**
     * Reads a header.
     *
     * @throws DecodeException if it is malformed, or has an element that is not known and may not be passed over
     */
    public static ImageHeader decode(byte[] input) {
        TlvReader reader = Tlv.decode(input, LIMITS).expect(TAG, "header").reader();
        ImageHeader header = new ImageHeader(
                reader.require(0x80, "imageIdentifier").octets(IDENTIFIER_LENGTH, IDENTIFIER_LENGTH),
                NamedNumber.require(SigningKind.class, reader.require(0x81, "signingKind")),
                keyIdentifier(reader.require(0x82, "signer")),
                keyIdentifier(reader.require(0x83, "device")),
                instant(reader.require(0x84, "created")),
                reader.require(0x85, "encapsulatedKey")
                        .octets(Hpke.ENCAPSULATED_KEY_LENGTH, Hpke.ENCAPSULATED_KEY_LENGTH));
        passOverPrivate(reader);
        return header;
    }

    /** The data object 'E0'. */
    public byte[] encoded() {
        return new TlvWriter()
                .octets(0x80, imageIdentifier)
                .number(0x81, signingKind)
                .octets(0x82, signer.value())
                .octets(0x83, device.value())
                .integer(0x84, created.getEpochSecond())
                .octets(0x85, encapsulatedKey)
                .wrap(TAG);
    }

    /** Elements of later minor versions: those of the private class add something, all others change the meaning. */
    static void passOverPrivate(TlvReader reader) {
        for (Tlv element : reader.rest()) {
            int tag = element.tag();
            int firstByte = tag > 0xFFFF ? tag >>> 16 : tag > 0xFF ? tag >>> 8 : tag;
            if (firstByte < FIRST_PRIVATE_TAG) {
                throw new DecodeException(element.name(), element.offset(), "is critical, and not known");
            }
        }
    }

    private static SubjectKeyIdentifier keyIdentifier(Tlv element) {
        return new SubjectKeyIdentifier(element.octets(1, MAXIMUM_KEY_IDENTIFIER));
    }

    private static Instant instant(Tlv element) {
        long seconds = element.longInteger();
        if (seconds < 0 || seconds > LATEST) {
            throw new DecodeException("created", element.offset(), "is no time of 1970 to 9999");
        }
        return Instant.ofEpochSecond(seconds);
    }

    @Override
    public String toString() {
        return "ImageHeader[" + HexFormat.of().withUpperCase().formatHex(imageIdentifier) + ", " + signingKind
                + ", for device " + device + "]";
    }
}
