package org.mintline.rsp.image;

import java.io.IOException;
import java.io.InputStream;

/**
 * What can be seen of an image from outside, without any key. Nothing of it is verified: anybody can have written it.
 *
 * @param header the header
 * @param packets how many packet records there are, 1 to 65,536
 * @param length of the whole image, in bytes
 * @param digest SHA-256 of all bytes before the signature
 * @param signature r || s, 64 bytes
 */
public record ImageOutline(ImageHeader header, int packets, long length, byte[] digest, byte[] signature) {
    /**
     * Reads an image to its end, which is the end of the stream.
     *
     * @throws ProfileImageException if it does not follow the format
     */
    public static ImageOutline read(InputStream image) throws IOException {
        return rest(new ImageParser(image));
    }

    /** Reads on behind the header. */
    static ImageOutline rest(ImageParser parser) throws IOException {
        int packets = 0;
        while (true) {
            switch (parser.next().type()) {
                case METADATA -> {}
                case PACKET -> packets++;
                case END -> {
                    byte[] digest = parser.digest();
                    byte[] signature = parser.signature();
                    return new ImageOutline(parser.header(), packets, parser.offset(), digest, signature);
                }
            }
        }
    }
}
