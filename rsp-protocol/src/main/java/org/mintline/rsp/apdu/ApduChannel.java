package org.mintline.rsp.apdu;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A logical channel to a card, on the side of the LPA: sends data by STORE DATA and fetches the answer by GET RESPONSE (SGP.22
 * v2.5, clause 5.7.2).
 */
public final class ApduChannel {
    private static final int MAXIMUM_ANSWER = 1024 * 1024;
    private static final int MORE_DATA = 0x61;
    private static final int WRONG_LE = 0x6C;

    private final UnaryOperator<byte[]> card;
    private final int channel;

    /**
     * @param card takes the bytes of a command and gives those of the response
     * @param channel 0 to 19
     */
    public ApduChannel(UnaryOperator<byte[]> card, int channel) {
        this.card = card;
        this.channel = channel;
    }

    /**
     * Selects an application.
     *
     * @param aid 5 to 16 bytes
     * @return the File Control Information and the status word
     */
    public ResponseApdu select(byte[] aid) {
        return transmit(Commands.select(channel, aid));
    }

    /**
     * Sends a request, or a segment of a Bound Profile Package, in blocks of 255 bytes.
     *
     * @return the joined answer of the last block, or that of the first block that failed
     */
    public ResponseApdu storeData(byte[] data) {
        List<CommandApdu> commands = Commands.storeData(channel, data, CommandApdu.MAXIMUM_DATA);
        ResponseApdu response = null;
        for (CommandApdu command : commands) {
            response = transmit(command);
            if (!response.isOk()) {
                return response;
            }
        }
        return response;
    }

    /**
     * Sends a command and fetches its whole answer.
     *
     * @return the joined answer with the last status word
     * @throws org.mintline.rsp.tlv.DecodeException if the card sends what is no response
     * @throws ApduException if the answer is longer than a mebibyte
     */
    public ResponseApdu transmit(CommandApdu command) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        CommandApdu next = command;
        boolean corrected = false;
        while (true) {
            ResponseApdu response = ResponseApdu.decode(card.apply(next.encoded()));
            if (response.sw1() == WRONG_LE && !corrected) {
                next = next.withLe(length(response.sw2()));
                corrected = true;
                continue;
            }
            answer.writeBytes(response.data());
            if (response.sw1() != MORE_DATA) {
                return new ResponseApdu(answer.toByteArray(), response.statusWord());
            }
            if (answer.size() > MAXIMUM_ANSWER || next.ins() == Commands.GET_RESPONSE && response.data().length == 0) {
                throw new ApduException(StatusWord.TECHNICAL_PROBLEM, "the answer of the card does not end");
            }
            next = Commands.getResponse(channel, length(response.sw2()));
            corrected = false;
        }
    }

    private static int length(int sw2) {
        return sw2 == 0 ? 256 : sw2;
    }
}
