package org.mintline.device.factory;

import java.nio.ByteBuffer;
import java.util.function.IntPredicate;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.mintline.device.reader.VirtualCard;

/** A reader of the Java Smart Card API within the process, from which the card can be pulled at any APDU. */
final class SimulatedReader extends CardTerminal {
    private final VirtualCard card;
    private IntPredicate isPulledAt = apdu -> false;
    private int apdus;

    SimulatedReader(VirtualCard card) {
        this.card = card;
    }

    /** Pulls the card out instead of the APDU of that number, counted from now; put back in right away. */
    void pullAt(int apdu) {
        int first = apdus;
        isPulledAt = number -> number == first + apdu;
    }

    /** How many APDUs reached the card. */
    int apdus() {
        return apdus;
    }

    @Override
    public String getName() {
        return "Simulated Reader 00";
    }

    @Override
    public Card connect(String protocol) {
        return new Inserted(new ATR(card.reset()));
    }

    @Override
    public boolean isCardPresent() {
        return true;
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
        return true;
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
        return false;
    }

    private final class Inserted extends Card {
        private final ATR atr;

        Inserted(ATR atr) {
            this.atr = atr;
        }

        @Override
        public ATR getATR() {
            return atr;
        }

        @Override
        public String getProtocol() {
            return "T=1";
        }

        @Override
        public CardChannel getBasicChannel() {
            return new BasicChannel(this);
        }

        @Override
        public CardChannel openLogicalChannel() throws CardException {
            throw new CardException("the card has one channel");
        }

        @Override
        public void beginExclusive() {}

        @Override
        public void endExclusive() {}

        @Override
        public byte[] transmitControlCommand(int code, byte[] command) throws CardException {
            throw new CardException("the reader has no control commands");
        }

        @Override
        public void disconnect(boolean reset) {
            card.reset();
        }
    }

    private final class BasicChannel extends CardChannel {
        private final Card inserted;

        BasicChannel(Card inserted) {
            this.inserted = inserted;
        }

        @Override
        public Card getCard() {
            return inserted;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            if (isPulledAt.test(apdus++)) {
                throw new CardNotPresentException("the card was removed");
            }
            return new ResponseAPDU(card.transmit(command.getBytes()));
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            byte[] answer = transmit(new CommandAPDU(command)).getBytes();
            response.put(answer);
            return answer.length;
        }

        @Override
        public void close() {}
    }
}
