package org.mintline.rsp.tlv;

/**
 * The one error that decoding of a byte string from outside ends with.
 *
 * <p>Says what was being read, at which byte, and why it was refused. Never carries the offending bytes, since they may
 * be secret.
 */
public final class DecodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String element;
    private final int offset;
    private final String reason;

    /**
     * @param element what was being read, named as in the standard, for instance {@code euiccSigned1.serverChallenge}
     * @param offset the position in the whole input, in bytes from 0
     * @param reason why it was refused, one clause in plain words
     */
    public DecodeException(String element, int offset, String reason) {
        super(element + " at byte " + offset + ": " + reason);
        this.element = element;
        this.offset = offset;
        this.reason = reason;
    }

    /** What was being read, named as in the standard. */
    public String element() {
        return element;
    }

    /** The position in the whole input, in bytes from 0. */
    public int offset() {
        return offset;
    }

    /** Why it was refused. */
    public String reason() {
        return reason;
    }
}
