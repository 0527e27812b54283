package org.mintline.device.factory.link;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The device's end: answers one command at a time. A request that comes again is not carried out again; its answer is sent again. For
 * one thread.
 */
public final class AnsweringEnd {
    /** Carries out commands. */
    @FunctionalInterface
    public interface Handler {
        /** Answers a command. */
        ResponseApdu answer(CommandApdu command);
    }

    private final Wire wire;
    private final FrameReader reader;
    private final Handler handler;
    private Frame lastRequest;
    private byte[] lastAnswer;

    /** @param handler carries out the commands */
    public AnsweringEnd(Wire wire, Handler handler) {
        this.wire = wire;
        this.reader = new FrameReader(wire);
        this.handler = handler;
    }

    /**
     * Waits for a request and answers it.
     *
     * @param milliseconds how long it waits at most
     * @return whether one came
     * @throws IOException if the wire is closed or gone
     */
    public boolean answerNext(int milliseconds) throws IOException {
        Optional<Frame> request = reader.next(milliseconds).filter(frame -> frame.type() == FrameType.REQUEST);
        if (request.isEmpty()) {
            return false;
        }
        if (!isRepeated(request.get())) {
            byte[] response = answer(request.get().payload());
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

    private byte[] answer(byte[] payload) {
        CommandApdu command;
        try {
            command = CommandApdu.decode(payload);
        } catch (DecodeException e) {
            return ResponseApdu.of(StatusWord.WRONG_LENGTH).encoded();
        }
        return handler.answer(command).encoded();
    }
}
