package org.mintline.device.factory.link;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;

/**
 * The station's end of a wire: sends one command at a time and waits for its answer. What is not answered in time is sent again under the same
 * number, which the other end carries out once. For one thread.
 */
public final class RequestingEnd implements Carrier {
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

    @Override
    public ResponseApdu exchange(CommandApdu command) throws IOException {
        sequence = sequence + 1 & 0xFF;
        byte[] request = new Frame(FrameType.REQUEST, sequence, command.encoded()).encoded();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            wire.write(request);
            Optional<Frame> answer = awaitAnswer();
            if (answer.isPresent()) {
                return LinkException.decoded(answer.get().payload());
            }
        }
        throw LinkException.noAnswer();
    }

    @Override
    public void close() {
        wire.close();
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
}
