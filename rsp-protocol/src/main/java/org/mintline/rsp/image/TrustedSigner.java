package org.mintline.rsp.image;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.SubjectKeyIdentifier;

/**
 * A key whose images are trusted. What it is for is fixed here and not by the image: a development key signs no commercial
 * image, whatever that says.
 *
 * @param kind what the key is for
 * @param keyIdentifier its subject key identifier
 * @param key on NIST P-256
 */
public record TrustedSigner(SigningKind kind, SubjectKeyIdentifier keyIdentifier, PublicKey key) {
    /**
     * @throws IllegalArgumentException if the key is on another curve
     */
    public TrustedSigner {
        if (EllipticCurve.of(key) != EllipticCurve.NIST_P256) {
            throw new IllegalArgumentException("images are signed on NIST P-256");
        }
    }

    /**
     * The key of a certificate that is trusted as it stands, as on a device, which may have no clock: neither its issuer nor its
     * validity is looked at.
     *
     * @throws IllegalArgumentException if its certificatePolicies do not name exactly one {@link SigningKind}, it states no
     *     subject key identifier, or its key is not on NIST P-256
     */
    public static TrustedSigner of(RspCertificate certificate) {
        List<SigningKind> kinds = Arrays.stream(SigningKind.values())
                .filter(kind -> certificate.policies().contains(kind.policy()))
                .toList();
        if (kinds.size() != 1) {
            throw new IllegalArgumentException("the certificate of " + certificate.subject()
                    + " is for signing neither development nor commercial images");
        }
        SubjectKeyIdentifier identifier = certificate
                .subjectKeyIdentifier()
                .map(SubjectKeyIdentifier::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the certificate of " + certificate.subject() + " has no subject key identifier"));
        return new TrustedSigner(kinds.get(0), identifier, certificate.publicKey());
    }
}
