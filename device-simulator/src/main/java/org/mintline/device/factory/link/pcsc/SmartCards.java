package org.mintline.device.factory.link.pcsc;

import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;

/** What cards of the Java Smart Card API have in common. */
public final class SmartCards {
    private SmartCards() {}

    /**
     * Sends a command.
     *
     * @return the bytes of its answer
     * @throws CardException if the card is gone, whichever way the API says so
     */
    public static byte[] transmit(CardChannel channel, byte[] command) throws CardException {
        try {
            return channel.transmit(new CommandAPDU(command)).getBytes();
        } catch (IllegalStateException e) {
            throw new CardException("the card was removed", e);
        }
    }

    /** Lets go of a card and resets it; that it is gone already is as good. */
    public static void disconnect(Card card) {
        if (card == null) {
            return;
        }
        try {
            card.disconnect(true);
        } catch (CardException e) {
            // it was removed: there is nothing to let go of
        }
    }
}
