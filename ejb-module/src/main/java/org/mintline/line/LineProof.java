package org.mintline.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.scp03.AuthenticationFailedException;
import org.mintline.rsp.scp03.ChallengeLength;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.scp03.Scp03Card;
import org.mintline.rsp.scp03.Scp03Host;
import org.mintline.rsp.tlv.DecodeException;

/**
 * The proof of the key set before the first packet (PSS-3): mutual authentication of SCP03 with AES-128 and challenges of 16 bytes. The
 * end that will send is the host. Afterwards it asks for a ticket under the session's MACs: the password of its connection for messages.
 */
public final class LineProof {
    /** The length of a ticket, in bytes. */
    public static final int TICKET_LENGTH = 16;

    private static final int GET_TICKET = 0xCA;
    private static final int CLASS = 0x80;
    private static final int DIVERSIFICATION_DATA = 10;

    private LineProof() {}

    /** Carries a command to the other end and brings its answer back. */
    @FunctionalInterface
    public interface Exchange<E extends Exception> {
        /** Both encoded. */
        byte[] apply(byte[] command) throws E;
    }

    /**
     * Proves this end's keys, and demands the proof of the other one.
     *
     * @return the ticket, in hexadecimal
     * @throws AuthenticationFailedException if one end does not have the keys of the other
     */
    public static <E extends Exception> String prove(KeySet keys, Randomness randomness, Exchange<E> other) throws E {
        Scp03Host host = new Scp03Host(keys, ChallengeLength.S16, randomness);
        try {
            byte[] card = ok(other.apply(host.initializeUpdate().encoded()));
            ok(other.apply(host.externalAuthenticate(card).encoded()));
            CommandApdu ask = host.wrap(new CommandApdu(CLASS, GET_TICKET, 0, 0, new byte[0], OptionalInt.empty()));
            byte[] ticket = host.unwrap(ok(other.apply(ask.encoded())), StatusWord.NO_ERROR.value());
            return HexFormat.of().formatHex(ticket);
        } catch (DecodeException e) {
            throw new AuthenticationFailedException("the other end answers something else: " + e.getMessage());
        }
    }

    private static byte[] ok(byte[] answer) {
        ResponseApdu response = ResponseApdu.decode(answer);
        if (!response.isOk()) {
            throw new AuthenticationFailedException("the other end refuses the key set");
        }
        return response.data();
    }

    /** The end that is asked, in one proof. For one thread. */
    public static final class Responder {
        private final Scp03Card card;
        private final Randomness randomness;
        private boolean begun;
        private byte[] ticket;

        /** @param keys of the end that asks */
        public Responder(String line, KeySet keys, Randomness randomness) {
            byte[] whose = Cryptography.sha256(line.getBytes(StandardCharsets.UTF_8));
            this.card =
                    new Scp03Card(keys, Arrays.copyOf(whose, DIVERSIFICATION_DATA), ChallengeLength.S16, randomness);
            this.randomness = randomness;
        }

        /**
         * Answers a command.
         *
         * @throws AuthenticationFailedException if the other end does not have the keys
         */
        public byte[] answer(byte[] encoded) {
            CommandApdu command = decoded(encoded);
            if (card.isAuthenticated()) {
                return ticket(card.unwrap(command));
            }
            if (!begun) {
                begun = true;
                return ok(card.initializeUpdate(command));
            }
            card.externalAuthenticate(command);
            return ok(new byte[0]);
        }

        private byte[] ticket(CommandApdu command) {
            if (command.ins() != GET_TICKET || ticket != null) {
                throw new AuthenticationFailedException("a proof ends with the ticket");
            }
            ticket = randomness.octets(TICKET_LENGTH);
            return ok(card.wrap(ticket, StatusWord.NO_ERROR.value()));
        }

        /** The ticket that was given out, in hexadecimal; empty until then. */
        public Optional<String> givenTicket() {
            return Optional.ofNullable(ticket).map(HexFormat.of()::formatHex);
        }

        private static byte[] ok(byte[] data) {
            return new ResponseApdu(data, StatusWord.NO_ERROR.value()).encoded();
        }

        private static CommandApdu decoded(byte[] encoded) {
            try {
                return CommandApdu.decode(encoded);
            } catch (DecodeException e) {
                throw new AuthenticationFailedException("no command of the proof: " + e.getMessage());
            }
        }
    }
}
