package org.mintline.device.factory.protocol;

import java.util.Locale;
import java.util.Optional;
import org.mintline.rsp.image.ProfileImageException;

/** A device does not do what it was asked. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Optional<ProfileImageException.Reason> imageReason;

    /** A refusal. */
    public RefusedException(Refusal refusal) {
        this(refusal, Optional.empty());
    }

    /**
     * The refusal of an image.
     *
     * @param imageReason why the image is refused, if it is
     */
    public RefusedException(Refusal refusal, Optional<ProfileImageException.Reason> imageReason) {
        super(refusal.sentence()
                + imageReason.map(reason -> ": " + inWords(reason)).orElse(""));
        this.refusal = refusal;
        this.imageReason = imageReason;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** Why the image is refused, if it is. */
    public Optional<ProfileImageException.Reason> imageReason() {
        return imageReason;
    }

    private static String inWords(ProfileImageException.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
