package org.mintline.device.factory.link.https;

import java.util.Arrays;
import java.util.Optional;

/**
 * The body of a POST or of its answer: one byte, the number of the command, and the command APDU or response APDU.
 *
 * @param sequence number of the command, 0 to 255; its answer bears the same
 * @param payload at most 261 bytes; none in the first POST of a session
 */
record LinkMessage(int sequence, byte[] payload) {
    /** The longest body, in bytes: the number, and the longest command APDU. */
    static final int MAXIMUM = 262;

    byte[] encoded() {
        byte[] body = new byte[1 + payload.length];
        body[0] = (byte) sequence;
        System.arraycopy(payload, 0, body, 1, payload.length);
        return body;
    }

    /** Reads a body; empty if it is none. */
    static Optional<LinkMessage> decode(byte[] body) {
        return body.length == 0 || body.length > MAXIMUM
                ? Optional.empty()
                : Optional.of(new LinkMessage(body[0] & 0xFF, Arrays.copyOfRange(body, 1, body.length)));
    }

    boolean isSameAs(LinkMessage other) {
        return sequence == other.sequence && Arrays.equals(payload, other.payload);
    }

    /** The number that follows this one. */
    int next() {
        return sequence + 1 & 0xFF;
    }

    /** Says nothing of the payload, which may be secret. */
    @Override
    public String toString() {
        return "message " + sequence + ", " + payload.length + " bytes";
    }
}
