package org.mintline.device.factory.device;

import java.util.HashMap;
import java.util.Map;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.mintline.device.factory.link.pcsc.SmartCards;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;

/**
 * A reader that holds the eUICC of a device. The Java Smart Card API keeps MANAGE CHANNEL to itself, so logical channels are opened and
 * closed through it. For one thread.
 */
public final class ReaderSlot implements EuiccSlot {
    private static final int CHANNEL = 0x03;
    private static final int CLOSE = 0x80;

    private final CardTerminal terminal;
    private final Map<Integer, CardChannel> channels = new HashMap<>();
    private Card card;

    /** @param terminal the reader */
    public ReaderSlot(CardTerminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void reset() {
        SmartCards.disconnect(card);
        channels.clear();
        try {
            card = terminal.connect("*");
            channels.put(0, card.getBasicChannel());
        } catch (CardException e) {
            card = null;
            throw gone(e);
        }
    }

    @Override
    public byte[] transmit(byte[] command) {
        if (card == null) {
            reset();
        }
        try {
            if (command.length >= 4 && (command[1] & 0xFF) == Commands.MANAGE_CHANNEL) {
                return manageChannel((command[2] & 0xFF) == CLOSE, command[3]);
            }
            CardChannel channel = channels.get(command[0] & CHANNEL);
            return channel == null
                    ? ResponseApdu.of(StatusWord.LOGICAL_CHANNEL_NOT_SUPPORTED).encoded()
                    : SmartCards.transmit(channel, command);
        } catch (CardException e) {
            card = null;
            throw gone(e);
        }
    }

    private byte[] manageChannel(boolean isClose, int number) throws CardException {
        if (isClose) {
            CardChannel channel = channels.remove(number);
            if (channel == null) {
                return ResponseApdu.of(StatusWord.INCORRECT_P1_P2).encoded();
            }
            channel.close();
            return ResponseApdu.of(StatusWord.NO_ERROR).encoded();
        }
        CardChannel opened = card.openLogicalChannel();
        channels.put(opened.getChannelNumber(), opened);
        return new ResponseApdu(new byte[] {(byte) opened.getChannelNumber()}, StatusWord.NO_ERROR.value()).encoded();
    }

    private EuiccException gone(CardException e) {
        return new EuiccException("the eUICC in the reader " + terminal.getName() + " cannot be reached", e);
    }
}
