package org.mintline.rsp.scp03;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalInt;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.Randomness;

/**
 * The host of one secure channel: the end that begins. First {@link #initializeUpdate()}, then with the answer {@link
 * #externalAuthenticate(byte[])}; after that {@link #wrap} and {@link #unwrap}. For one thread.
 */
public final class Scp03Host {
    static final int CLASS = 0x80;
    static final int INITIALIZE_UPDATE = 0x50;
    static final int EXTERNAL_AUTHENTICATE = 0x82;

    /** Security level: C-MAC and R-MAC. */
    static final int MAC_BOTH_WAYS = 0x11;

    private final KeySet keys;
    private final ChallengeLength length;
    private final byte[] hostChallenge;
    private MacChain chain;

    /**
     * A channel that is about to begin.
     *
     * @param keys those of the other end
     */
    public Scp03Host(KeySet keys, ChallengeLength length, Randomness randomness) {
        this.keys = keys;
        this.length = length;
        this.hostChallenge = randomness.octets(length.octets());
    }

    /** INITIALIZE UPDATE (clause 7.1.1): asks for a challenge, and for the proof of the key set. */
    public CommandApdu initializeUpdate() {
        return new CommandApdu(CLASS, INITIALIZE_UPDATE, keys.version(), 0, hostChallenge, OptionalInt.of(256));
    }

    /**
     * EXTERNAL AUTHENTICATE (clause 7.1.2): proves the key set in turn.
     *
     * @param response the data of the answer to INITIALIZE UPDATE
     * @throws org.mintline.rsp.tlv.DecodeException if it cannot be read
     * @throws AuthenticationFailedException if it comes from one that does not have the keys
     */
    public CommandApdu externalAuthenticate(byte[] response) {
        InitializeUpdateResponse answer = InitializeUpdateResponse.decode(response, length);
        if (answer.keyVersion() != keys.version()) {
            throw new AuthenticationFailedException(
                    "the other end uses key version " + answer.keyVersion() + ", not " + keys.version());
        }
        SessionKeys session = SessionKeys.derive(keys, hostChallenge, answer.cardChallenge());
        if (!MessageDigest.isEqual(session.cardCryptogram(), answer.cardCryptogram())) {
            throw new AuthenticationFailedException("the other end does not have the key set");
        }
        chain = new MacChain(session, length);
        return chain.wrapped(new CommandApdu(
                CLASS, EXTERNAL_AUTHENTICATE, MAC_BOTH_WAYS, 0, session.hostCryptogram(), OptionalInt.empty()));
    }

    /** The longest data that a command may carry, in bytes. */
    public int capacity() {
        return open().capacity();
    }

    /** The command with its MAC. */
    public CommandApdu wrap(CommandApdu command) {
        return open().wrapped(command);
    }

    /**
     * The data of an answer, without its MAC.
     *
     * @param data as it came
     * @param statusWord as it came, two bytes
     * @throws AuthenticationFailedException if the MAC is missing or wrong
     */
    public byte[] unwrap(byte[] data, int statusWord) {
        int plain = data.length - length.octets();
        if (plain < 0) {
            throw new AuthenticationFailedException("the answer has no MAC");
        }
        byte[] content = Arrays.copyOf(data, plain);
        byte[] mac = Arrays.copyOfRange(data, plain, data.length);
        if (!MessageDigest.isEqual(open().responseMac(content, statusWord), mac)) {
            throw new AuthenticationFailedException("the MAC of the answer is wrong");
        }
        return content;
    }

    private MacChain open() {
        if (chain == null) {
            throw new IllegalStateException("the channel is not open");
        }
        return chain;
    }
}
