package org.mintline.keys;

import java.util.Optional;
import org.mintline.rsp.image.ImageSigner;
import org.mintline.rsp.image.SigningKind;

/** The keys by which a factory signs its images, told apart by what they are for (PSS-11). */
public interface ImageSigningKeys {
    /**
     * The newest key of a kind whose certificate is valid now.
     *
     * @return the key, or empty if there is none
     */
    Optional<ImageSigner> imageSigner(SigningKind kind);
}
