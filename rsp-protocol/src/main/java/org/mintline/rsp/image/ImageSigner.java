package org.mintline.rsp.image;

import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Signer;
import org.mintline.rsp.data.SubjectKeyIdentifier;

/**
 * The key by which a factory signs its images.
 *
 * @param kind what the key is for
 * @param keyIdentifier its subject key identifier
 * @param signer signs with it, on NIST P-256
 */
public record ImageSigner(SigningKind kind, SubjectKeyIdentifier keyIdentifier, Signer signer) {
    /**
     * The key of a certificate.
     *
     * @throws IllegalArgumentException if the certificate is not one for signing images
     */
    public static ImageSigner of(RspCertificate certificate, Signer signer) {
        TrustedSigner trusted = TrustedSigner.of(certificate);
        return new ImageSigner(trusted.kind(), trusted.keyIdentifier(), signer);
    }
}
