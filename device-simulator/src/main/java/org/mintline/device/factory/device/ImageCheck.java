package org.mintline.device.factory.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.mintline.device.factory.protocol.ImageTransfer;
import org.mintline.device.factory.protocol.Refusal;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ImageMetadata;
import org.mintline.rsp.image.ProfileImageException;
import org.mintline.rsp.image.ProfileImageReader;
import org.mintline.rsp.image.VerifiedImage;

/** Whether an image in the security area may be installed: the announced one, whole, signed, for this device and its eUICC, of a class that is taken. */
final class ImageCheck {
    private final DeviceSettings settings;
    private final ImageStore store;
    private final Cryptography cryptography;

    ImageCheck(DeviceSettings settings, ImageStore store, Cryptography cryptography) {
        this.settings = settings;
        this.store = store;
        this.cryptography = cryptography;
    }

    /**
     * Reads the image to its end, twice.
     *
     * @throws RefusedException if it may not be installed
     */
    void check(ImageTransfer transfer, DeviceMode mode) {
        try {
            if (!MessageDigest.isEqual(digest(), transfer.digest())) {
                throw new RefusedException(Refusal.WRONG_DIGEST);
            }
            VerifiedImage verified = verified();
            if (!MessageDigest.isEqual(verified.header().imageIdentifier(), transfer.imageIdentifier())) {
                throw new RefusedException(Refusal.WRONG_DIGEST);
            }
            ProfileImageReader reader = open(verified);
            requireSuitable(reader.metadata(), mode);
            for (Optional<byte[]> packet = reader.nextPacket(); packet.isPresent(); packet = reader.nextPacket()) {
                // each packet has to decrypt in its place; the reader checks their digest at the end
            }
        } catch (ProfileImageException e) {
            throw new RefusedException(Refusal.IMAGE_REFUSED, Optional.of(e.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException("the security area cannot be read", e);
        }
    }

    /** The image, whose signature is checked anew. */
    ProfileImageReader open() throws IOException {
        return open(verified());
    }

    /**
     * @throws RefusedException if the profile is of a class that is not taken now, or for another eUICC
     */
    void requireSuitable(ImageMetadata metadata, DeviceMode mode) {
        if (metadata.eid().filter(eid -> !eid.equals(settings.eid())).isPresent()) {
            throw new RefusedException(Refusal.OTHER_EUICC);
        }
        if (mode.testProfileMode() && !metadata.isTestProfile()) {
            throw new RefusedException(Refusal.TEST_PROFILES_ONLY);
        }
    }

    private VerifiedImage verified() throws IOException {
        try (InputStream image = store.open()) {
            return VerifiedImage.verify(image, settings.trusted(), cryptography);
        }
    }

    private ProfileImageReader open(VerifiedImage verified) throws IOException {
        return verified.open(store.open(), settings.deviceKey());
    }

    private byte[] digest() throws IOException {
        MessageDigest digest = Cryptography.newSha256();
        byte[] buffer = new byte[8192];
        try (InputStream image = store.open()) {
            for (int count = image.read(buffer); count >= 0; count = image.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return digest.digest();
    }
}
