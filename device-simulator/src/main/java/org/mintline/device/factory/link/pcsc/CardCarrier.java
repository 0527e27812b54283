package org.mintline.device.factory.link.pcsc;

import java.io.IOException;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.mintline.device.factory.link.Carrier;
import org.mintline.device.factory.link.LinkException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.ResponseApdu;

/**
 * The station's end at a reader. Connects to the card and selects the application when it is needed, and anew once the card was gone. The
 * protocol between reader and card repeats what gets lost, so nothing is sent again here.
 */
public final class CardCarrier implements Carrier {
    private final CardTerminal terminal;
    private Card card;

    /** @param terminal the reader */
    public CardCarrier(CardTerminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ResponseApdu exchange(CommandApdu command) throws IOException {
        if (card == null) {
            connect();
        }
        return transmit(command);
    }

    @Override
    public void close() {
        disconnect();
    }

    private void connect() throws IOException {
        try {
            if (!terminal.isCardPresent()) {
                throw new IOException("no device is in the reader " + terminal.getName());
            }
            card = terminal.connect("*");
        } catch (CardException e) {
            throw new IOException("the device in the reader " + terminal.getName() + " cannot be reached", e);
        }
        ResponseApdu selected = transmit(Commands.select(0, LinkApplication.aid()));
        if (!selected.isOk()) {
            disconnect();
            throw new IOException("what is in the reader " + terminal.getName()
                    + " is no device of this kind: it answers the selection with " + selected);
        }
    }

    private ResponseApdu transmit(CommandApdu command) throws IOException {
        try {
            return LinkException.decoded(SmartCards.transmit(card.getBasicChannel(), command.encoded()));
        } catch (CardException e) {
            disconnect();
            throw new IOException("the device in the reader " + terminal.getName() + " is gone", e);
        }
    }

    private void disconnect() {
        SmartCards.disconnect(card);
        card = null;
    }
}
