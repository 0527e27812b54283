package org.mintline.rsp.image;

/**
 * An image is refused. Says where and why; never carries the bytes in question, since they may be secret.
 */
public final class ProfileImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why an image is refused. */
    public enum Reason {
        /** It does not begin as an image does. */
        NOT_AN_IMAGE,
        /** It is of a major version that this software does not know. */
        UNKNOWN_VERSION,
        /** It does not follow the format, or has something critical in it that this software does not know. */
        MALFORMED,
        /** It, or a part of it, is longer than the format allows. */
        TOO_LONG,
        /** It ends too early. */
        TRUNCATED,
        /** The signature is not that of the key it names over these bytes. */
        WRONG_SIGNATURE,
        /** The key it names is none of those that are trusted. */
        UNKNOWN_SIGNER,
        /** It, or the key it names, is of another kind than is accepted here. */
        WRONG_SIGNING_KIND,
        /** It is encrypted to another device. */
        OTHER_DEVICE,
        /** Its records are not those that were written, or not in their order, or other bytes than were verified. */
        ALTERED
    }

    private final Reason reason;
    private final String element;
    private final long offset;

    ProfileImageException(Reason reason, String element, long offset, String detail) {
        super(element + " at byte " + offset + ": " + detail);
        this.reason = reason;
        this.element = element;
        this.offset = offset;
    }

    /** Why it is refused. */
    public Reason reason() {
        return reason;
    }

    /** What was being read, named as in the description of the format. */
    public String element() {
        return element;
    }

    /** The position in the image, in bytes from 0. */
    public long offset() {
        return offset;
    }
}
