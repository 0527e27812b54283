package org.mintline.rsp.image;

import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyPair;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/**
 * Makes the images of one factory. Safe for use by many threads if the signer is.
 *
 * @param signer signs them
 * @param cryptography gives identifiers and one-time keys
 * @param clock tells when they are made
 */
public record ImageFactory(ImageSigner signer, Cryptography cryptography, Clock clock) {
    /**
     * Begins an image: writes its header and metadata.
     *
     * @param output takes the image; is not closed
     * @param device whose image it is
     * @param metadata what it says of its profile
     * @return takes the packets
     */
    public ProfileImageWriter begin(OutputStream output, DeviceKey device, ImageMetadata metadata) throws IOException {
        KeyPair ephemeral = cryptography.generateKeyPair(EllipticCurve.NIST_P256);
        ImageHeader header = new ImageHeader(
                cryptography.randomness().octets(ImageHeader.IDENTIFIER_LENGTH),
                signer.kind(),
                signer.keyIdentifier(),
                device.identifier(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Cryptography.encodePoint(ephemeral.getPublic()));
        return new ProfileImageWriter(output, signer.signer(), header, device, ephemeral, metadata);
    }
}
