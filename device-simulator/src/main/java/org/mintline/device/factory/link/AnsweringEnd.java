package org.mintline.device.factory.link;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The device's end of a wire: answers one command at a time. For one thread.
 */
public final class AnsweringEnd implements DeviceEnd {
    private final Wire wire;
    private final FrameReader reader;
    private final CommandHandler handler;
    private Frame lastRequest;
    private byte[] lastAnswer;

    /** @param handler carries out the commands */
    public AnsweringEnd(Wire wire, CommandHandler handler) {
        this.wire = wire;
        this.reader = new FrameReader(wire);
        this.handler = handler;
    }

    @Override
    public boolean answerNext(int milliseconds) throws IOException {
        Optional<Frame> request = reader.next(milliseconds).filter(frame -> frame.type() == FrameType.REQUEST);
        if (request.isEmpty()) {
            return false;
        }
        if (!isRepeated(request.get())) {
            byte[] response = handler.answer(request.get().payload());
            lastRequest = request.get();
            lastAnswer = new Frame(FrameType.ANSWER, lastRequest.sequence(), response).encoded();
        }
        wire.write(lastAnswer);
        return true;
    }

    private boolean isRepeated(Frame request) {
        return lastRequest != null
                && lastRequest.sequence() == request.sequence()
                && Arrays.equals(lastRequest.payload(), request.payload());
    }
}
