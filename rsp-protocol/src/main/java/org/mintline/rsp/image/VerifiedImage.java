package org.mintline.rsp.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.image.ProfileImageException.Reason;

/**
 * An image whose signature was checked: the only way to a {@link ProfileImageReader}. An image is read twice, so that no packet
 * is used before the last byte was seen to be signed.
 */
public final class VerifiedImage {
    private final ImageOutline outline;
    private final byte[] headerBytes;
    private final TrustedSigner signer;

    private VerifiedImage(ImageOutline outline, byte[] headerBytes, TrustedSigner signer) {
        this.outline = outline;
        this.headerBytes = headerBytes;
        this.signer = signer;
    }

    /**
     * Reads an image to its end and checks who signed it.
     *
     * @param image ends with the image; is not closed
     * @param trusted what is accepted here
     * @param cryptography checks the signature
     * @throws ProfileImageException if it does not follow the format, is of another kind, or not signed by one of these keys
     */
    public static VerifiedImage verify(InputStream image, TrustedSigners trusted, Cryptography cryptography)
            throws IOException {
        ImageParser parser = new ImageParser(image);
        TrustedSigner signer = trusted.signerOf(parser.header());
        ImageOutline outline = ImageOutline.rest(parser);
        if (!cryptography.verify(signer.key(), outline.signature(), ImageFormat.signed(outline.digest()))) {
            long offset = outline.length() - ImageFormat.SIGNATURE_LENGTH;
            throw ImageParser.refused(
                    Reason.WRONG_SIGNATURE, "signature", offset, "is not one of " + signer.keyIdentifier());
        }
        return new VerifiedImage(outline, parser.headerBytes(), signer);
    }

    /** What the header says. */
    public ImageHeader header() {
        return outline.header();
    }

    /** How many packets there are. */
    public int packets() {
        return outline.packets();
    }

    /** The length of the image, in bytes. */
    public long length() {
        return outline.length();
    }

    /** Whose signature it bears. */
    public TrustedSigner signer() {
        return signer;
    }

    /**
     * Decrypts the image, which is read for the second time, and must be the same byte for byte.
     *
     * @param again begins and ends with the image; is not closed
     * @param deviceKey the private key of the device, on NIST P-256, in software
     * @throws ProfileImageException if the image is for another device, or is not the one that was verified
     */
    public ProfileImageReader open(InputStream again, PrivateKey deviceKey) throws IOException {
        ImageParser parser = new ImageParser(again);
        if (!MessageDigest.isEqual(parser.headerBytes(), headerBytes)) {
            throw ImageParser.refused(Reason.ALTERED, "header", 0, "is another than was verified");
        }
        return new ProfileImageReader(parser, outline.digest(), deviceKey);
    }

    @Override
    public String toString() {
        return "VerifiedImage[" + outline.header() + ", " + outline.packets() + " packets]";
    }
}
