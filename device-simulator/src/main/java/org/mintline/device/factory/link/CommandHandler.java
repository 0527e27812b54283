package org.mintline.device.factory.link;

import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;
import org.mintline.rsp.tlv.DecodeException;

/** Carries out the commands that come over a carrier. */
@FunctionalInterface
public interface CommandHandler {
    /** Answers a command. */
    ResponseApdu answer(CommandApdu command);

    /** Answers the bytes of a command; what is none is of wrong length. */
    default byte[] answer(byte[] command) {
        CommandApdu decoded;
        try {
            decoded = CommandApdu.decode(command);
        } catch (DecodeException e) {
            return ResponseApdu.of(StatusWord.WRONG_LENGTH).encoded();
        }
        return answer(decoded).encoded();
    }
}
