package org.mintline.rsp.image;

import java.util.List;
import org.mintline.rsp.image.ProfileImageException.Reason;

/**
 * What a device accepts: images of one kind, signed by one of these keys.
 *
 * @param accepted the kind; a key of the other kind may be among the keys and does not count then
 * @param signers the keys
 */
public record TrustedSigners(SigningKind accepted, List<TrustedSigner> signers) {
    /** Copies the list. */
    public TrustedSigners {
        signers = List.copyOf(signers);
    }

    /**
     * The key that must have signed an image.
     *
     * @throws ProfileImageException if none of the keys may have
     */
    TrustedSigner signerOf(ImageHeader header) {
        if (header.signingKind() != accepted) {
            throw refused(Reason.WRONG_SIGNING_KIND, "signingKind", "is " + header.signingKind() + ", not " + accepted);
        }
        TrustedSigner signer = signers.stream()
                .filter(s -> s.keyIdentifier().equals(header.signer()))
                .findFirst()
                .orElseThrow(() -> refused(Reason.UNKNOWN_SIGNER, "signer", header.signer() + " is not trusted"));
        if (signer.kind() != accepted) {
            throw refused(Reason.WRONG_SIGNING_KIND, "signer", header.signer() + " is a key for " + signer.kind());
        }
        return signer;
    }

    private static ProfileImageException refused(Reason reason, String element, String detail) {
        return new ProfileImageException(reason, element, ImageFormat.PREAMBLE_LENGTH, detail);
    }
}
