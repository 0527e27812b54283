package org.mintline.device.factory.station;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.mintline.device.factory.protocol.ImageTransfer;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ImageOutline;
import org.mintline.rsp.image.ProfileImageException;

/**
 * An image in a file.
 *
 * @param file where it lies
 * @param transfer what the device is told of it
 */
public record QueuedImage(Path file, ImageTransfer transfer) {
    /**
     * Reads an image to its end. Whether it is a good one is for the device to say.
     *
     * @throws IOException if it cannot be read, or is no image
     */
    public static QueuedImage of(Path file) throws IOException {
        MessageDigest digest = Cryptography.newSha256();
        try (InputStream input = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest)) {
            ImageOutline outline = ImageOutline.read(input);
            return new QueuedImage(
                    file,
                    new ImageTransfer(outline.header().imageIdentifier(), (int) outline.length(), digest.digest()));
        } catch (ProfileImageException e) {
            throw new IOException(file + " is no image: " + e.getMessage(), e);
        }
    }
}
