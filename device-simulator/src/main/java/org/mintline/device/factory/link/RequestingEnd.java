package org.mintline.device.factory.link;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The station's end: sends one command at a time and waits for its answer. What is not answered in time is sent again under the same
 * number, which the other end carries out once. For one thread.
 */
public final class RequestingEnd {
    /** How often a command is sent at most. */
    public static final int ATTEMPTS = 3;

    private final Wire wire;
    private final FrameReader reader;
    private final int milliseconds;
    private int sequence;

    /**
     * @param milliseconds how long an answer may take before the command is sent again
     */
    public RequestingEnd(Wire wire, int milliseconds) {
        this.wire = wire;
        this.reader = new FrameReader(wire);
        this.milliseconds = milliseconds;
    }

    /**
     * Sends a command.
     *
     * @return its answer
     * @throws LinkException if none came, or none that could be read
     * @throws IOException if the wire is closed or gone
     */
    public ResponseApdu exchange(CommandApdu command) throws IOException {
        sequence = sequence + 1 & 0xFF;
        byte[] request = new Frame(FrameType.REQUEST, sequence, command.encoded()).encoded();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            wire.write(request);
            Optional<Frame> answer = awaitAnswer();
            if (answer.isPresent()) {
                return decoded(answer.get());
            }
        }
        throw new LinkException(LinkException.Reason.NO_ANSWER, "the device does not answer");
    }

    private Optional<Frame> awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            Optional<Frame> frame = left <= 0 ? Optional.empty() : reader.next((int) left);
            boolean wanted = frame.isEmpty()
                    || frame.get().type() == FrameType.ANSWER && frame.get().sequence() == sequence;
            if (wanted) {
                return frame;
            }
        }
    }

    private static ResponseApdu decoded(Frame answer) throws LinkException {
        try {
            return ResponseApdu.decode(answer.payload());
        } catch (DecodeException e) {
            throw new LinkException(LinkException.Reason.MALFORMED_ANSWER, "the device answers with no response APDU");
        }
    }
}
