package org.mintline.keys;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.CryptographyException;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.SigningKind;
import org.mintline.rsp.tlv.DecodeException;

/** A key that signs images, checked once when it is loaded. Its certificate stands under no CI: devices trust it as it is. */
final class ImageKey {
    private static final String TITLE = "CERT.IMAGE.";

    private final HeldKey held;
    private final RspCertificate certificate;
    private final ImageSigner signer;

    private ImageKey(HeldKey held, RspCertificate certificate, ImageSigner signer) {
        this.held = held;
        this.certificate = certificate;
        this.signer = signer;
    }

    /**
     * The key as one that signs images; empty if its certificate has another purpose.
     *
     * @throws KeyMaterialException if it has that purpose and cannot be used
     */
    static Optional<ImageKey> of(HeldKey held, Cryptography cryptography) {
        try {
            RspCertificate certificate = RspCertificate.of(held.certificate());
            if (Arrays.stream(SigningKind.values())
                    .noneMatch(kind -> certificate.policies().contains(kind.policy()))) {
                return Optional.empty();
            }
            byte[] sample = "does the private key belong to the certificate".getBytes(StandardCharsets.US_ASCII);
            if (!cryptography.verify(certificate.publicKey(), held.signer().sign(sample), sample)) {
                throw new KeyMaterialException(held.source() + ": the private key is not that of the certificate");
            }
            return Optional.of(new ImageKey(held, certificate, ImageSigner.of(certificate, held.signer())));
        } catch (DecodeException | CryptographyException | IllegalArgumentException e) {
            throw new KeyMaterialException(held.source() + ": " + e.getMessage(), e);
        }
    }

    SigningKind kind() {
        return signer.kind();
    }

    ImageSigner signer() {
        return signer;
    }

    /** For the inventory. */
    String title() {
        return TITLE + kind();
    }

    String source() {
        return held.source();
    }

    X509Certificate certificate() {
        return held.certificate();
    }

    boolean isValidAt(Instant at) {
        return certificate.isValidAt(at);
    }

    Instant notBefore() {
        return certificate.notBefore();
    }
}
