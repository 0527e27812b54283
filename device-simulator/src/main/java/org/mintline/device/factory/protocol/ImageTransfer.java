package org.mintline.device.factory.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.mintline.rsp.image.ImageHeader;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Which image is sent.
 *
 * @param imageIdentifier that of its header, 16 bytes
 * @param length of the whole image, in bytes
 * @param digest SHA-256 of the whole image, 32 bytes
 */
public record ImageTransfer(byte[] imageIdentifier, int length, byte[] digest) {
    /** The length of the coding, in bytes. */
    public static final int LENGTH = 52;

    private static final int DIGEST = 32;

    /** Refuses other sizes. */
    public ImageTransfer {
        if (imageIdentifier.length != ImageHeader.IDENTIFIER_LENGTH || digest.length != DIGEST) {
            throw new IllegalArgumentException("an identifier has 16 bytes and a digest 32");
        }
    }

    /**
     * Reads the data of BEGIN IMAGE.
     *
     * @throws DecodeException if it has another length
     */
    public static ImageTransfer decode(byte[] input) {
        if (input.length != LENGTH) {
            throw new DecodeException("image transfer", 0, "has " + input.length + " bytes, not " + LENGTH);
        }
        ByteBuffer buffer = ByteBuffer.wrap(input);
        byte[] identifier = new byte[ImageHeader.IDENTIFIER_LENGTH];
        byte[] digest = new byte[DIGEST];
        buffer.get(identifier);
        int length = buffer.getInt();
        buffer.get(digest);
        return new ImageTransfer(identifier, length, digest);
    }

    /** 52 bytes: identifier, length, digest. */
    public byte[] encoded() {
        return ByteBuffer.allocate(LENGTH)
                .put(imageIdentifier)
                .putInt(length)
                .put(digest)
                .array();
    }

    /** The identifier in hexadecimal digits. */
    public String name() {
        return HexFormat.of().formatHex(imageIdentifier);
    }

    /** Whether it is the same image, byte for byte. */
    public boolean isSame(ImageTransfer other) {
        return Arrays.equals(encoded(), other.encoded());
    }
}
