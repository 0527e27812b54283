package org.mintline.web.rest.json;

/** A request body is no JSON of the shape that its function takes. The message never repeats what was in it. */
public final class InvalidBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean memberMissing;

    private InvalidBodyException(String detail, boolean memberMissing) {
        super(detail);
        this.memberMissing = memberMissing;
    }

    /** @param detail what is wrong, and where */
    static InvalidBodyException malformed(String detail) {
        return new InvalidBodyException(detail, false);
    }

    /** @param member the path of the mandatory member that is not there */
    static InvalidBodyException missing(String member) {
        return new InvalidBodyException(member + " is missing", true);
    }

    /** Whether a mandatory member is missing and nothing else is wrong. */
    public boolean memberMissing() {
        return memberMissing;
    }
}
