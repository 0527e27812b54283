package org.mintline.device.factory.link;

import java.io.IOException;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.tlv.DecodeException;

/** The other end cannot be reached, or does not speak as it should. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Reason {
        /** No answer came in time, however often it was asked. */
        NO_ANSWER,
        /** The answer is none that could be read. */
        MALFORMED_ANSWER
    }

    private final Reason reason;

    private LinkException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** The device did not answer in time. */
    public static LinkException noAnswer() {
        return new LinkException(Reason.NO_ANSWER, "the device does not answer");
    }

    /**
     * Reads an answer.
     *
     * @throws LinkException if it is none
     */
    public static ResponseApdu decoded(byte[] answer) throws LinkException {
        try {
            return ResponseApdu.decode(answer);
        } catch (DecodeException e) {
            throw new LinkException(Reason.MALFORMED_ANSWER, "the device answers with no response APDU");
        }
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}
