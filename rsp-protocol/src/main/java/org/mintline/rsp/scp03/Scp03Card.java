package org.mintline.rsp.scp03;

import java.security.MessageDigest;
import java.util.Arrays;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Randomness;

/**
 * The other end of one secure channel: the one that is asked. First {@link #initializeUpdate}, then {@link #externalAuthenticate};
 * after that {@link #unwrap} and {@link #wrap}. What comes in another order, or is not MACed, closes the channel for good. For one thread.
 */
public final class Scp03Card {
    private static final int RANDOM_CHALLENGES_AND_RESPONSE_MAC = 0x20;

    private final KeySet keys;
    private final byte[] keyDiversificationData;
    private final ChallengeLength length;
    private final Randomness randomness;
    private SessionKeys session;
    private MacChain chain;
    private boolean authenticated;

    /**
     * A channel that waits for its host.
     *
     * @param keyDiversificationData whose keys these are, 10 bytes
     */
    public Scp03Card(KeySet keys, byte[] keyDiversificationData, ChallengeLength length, Randomness randomness) {
        if (keyDiversificationData.length != InitializeUpdateResponse.DIVERSIFICATION_DATA) {
            throw new IllegalArgumentException("key diversification data have 10 bytes");
        }
        this.keys = keys;
        this.keyDiversificationData = keyDiversificationData.clone();
        this.length = length;
        this.randomness = randomness;
    }

    /**
     * Answers INITIALIZE UPDATE, and proves the key set.
     *
     * @return the data of the answer
     * @throws AuthenticationFailedException if the command is another one, of other keys or of another length
     */
    public byte[] initializeUpdate(CommandApdu command) {
        close();
        boolean asked = command.ins() == Scp03Host.INITIALIZE_UPDATE
                && (command.p1() == 0 || command.p1() == keys.version())
                && command.data().length == length.octets();
        if (!asked) {
            throw new AuthenticationFailedException("the channel begins with an INITIALIZE UPDATE of these keys");
        }
        byte[] cardChallenge = randomness.octets(length.octets());
        session = SessionKeys.derive(keys, command.data(), cardChallenge);
        chain = new MacChain(session, length);
        return new InitializeUpdateResponse(
                        keyDiversificationData,
                        keys.version(),
                        RANDOM_CHALLENGES_AND_RESPONSE_MAC | length.option(),
                        cardChallenge,
                        session.cardCryptogram())
                .encoded();
    }

    /**
     * Takes EXTERNAL AUTHENTICATE.
     *
     * @throws AuthenticationFailedException if the host does not have the keys; the channel is closed then
     */
    public void externalAuthenticate(CommandApdu command) {
        if (chain == null || authenticated) {
            close();
            throw new AuthenticationFailedException("EXTERNAL AUTHENTICATE without INITIALIZE UPDATE before it");
        }
        CommandApdu plain = checked(command);
        boolean proven = plain.ins() == Scp03Host.EXTERNAL_AUTHENTICATE
                && plain.p1() == Scp03Host.MAC_BOTH_WAYS
                && MessageDigest.isEqual(plain.data(), session.hostCryptogram());
        if (!proven) {
            close();
            throw new AuthenticationFailedException("the host does not have the key set");
        }
        authenticated = true;
    }

    /** Whether the host has proven the key set, and the channel is open. */
    public boolean isAuthenticated() {
        return authenticated;
    }

    /**
     * The command without its MAC.
     *
     * @throws AuthenticationFailedException if the MAC is missing or wrong; the channel is closed then
     */
    public CommandApdu unwrap(CommandApdu command) {
        if (!authenticated) {
            throw new AuthenticationFailedException("the channel is not open");
        }
        return checked(command);
    }

    /**
     * The data of an answer with its MAC.
     *
     * @param statusWord of the same answer, two bytes
     */
    public byte[] wrap(byte[] data, int statusWord) {
        if (!authenticated) {
            throw new IllegalStateException("the channel is not open");
        }
        byte[] wrapped = Arrays.copyOf(data, data.length + length.octets());
        System.arraycopy(chain.responseMac(data, statusWord), 0, wrapped, data.length, length.octets());
        return wrapped;
    }

    private CommandApdu checked(CommandApdu command) {
        try {
            return chain.unwrapped(command);
        } catch (AuthenticationFailedException e) {
            close();
            throw e;
        }
    }

    private void close() {
        session = null;
        chain = null;
        authenticated = false;
    }
}
