package org.mintline.device.factory.device;

import java.util.Arrays;
import java.util.Optional;
import org.mintline.device.factory.protocol.Refusal;
import org.mintline.device.factory.protocol.RefusedException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.apdu.StatusWord;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.scp03.AuthenticationFailedException;
import org.mintline.rsp.scp03.ChallengeLength;
import org.mintline.rsp.scp03.Scp03Card;
import org.mintline.rsp.station.AuthenticationManner;

/**
 * Who is at the other end of the wire. A channel under the key set, if one is opened, MACs all that follows; what comes without a MAC
 * while it is open is refused.
 */
final class DeviceSession {
    private static final int INITIALIZE_UPDATE = 0x50;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int DIVERSIFICATION_DATA = 10;

    private final DeviceSettings settings;
    private final Randomness randomness;
    private Scp03Card channel;
    private Optional<AuthenticationManner> manner = Optional.empty();

    DeviceSession(DeviceSettings settings, Randomness randomness) {
        this.settings = settings;
        this.randomness = randomness;
        this.channel = newChannel();
    }

    /** Answers the commands that open the channel; empty if it is another command. */
    Optional<ResponseApdu> handshake(CommandApdu command) {
        try {
            if (command.ins() == INITIALIZE_UPDATE) {
                end();
                return Optional.of(new ResponseApdu(channel.initializeUpdate(command), StatusWord.NO_ERROR.value()));
            }
            if (command.ins() == EXTERNAL_AUTHENTICATE) {
                channel.externalAuthenticate(command);
                return Optional.of(ResponseApdu.of(StatusWord.NO_ERROR));
            }
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            end();
            throw new RefusedException(Refusal.WRONG_KEY_SET);
        }
    }

    /** Whether a channel is open, so that commands and answers have MACs. */
    boolean isMaced() {
        return channel.isAuthenticated();
    }

    /** The command without its MAC. */
    CommandApdu unwrap(CommandApdu command) {
        try {
            return channel.unwrap(command);
        } catch (AuthenticationFailedException e) {
            end();
            throw new RefusedException(Refusal.NOT_AUTHENTICATED);
        }
    }

    /** The answer with its MAC. */
    ResponseApdu wrap(ResponseApdu response) {
        return new ResponseApdu(channel.wrap(response.data(), response.statusWord()), response.statusWord());
    }

    /** Begins to take commands from somebody who was authenticated in a manner. */
    void open(AuthenticationManner wanted, DeviceMode mode) {
        boolean accepted = wanted != AuthenticationManner.OVER_THE_AIR
                && settings.manners().contains(wanted)
                && mode.allows(wanted);
        if (!accepted) {
            throw new RefusedException(Refusal.MANNER_NOT_ACCEPTED);
        }
        if (wanted.hasKeySet() != isMaced()) {
            throw new RefusedException(Refusal.NOT_AUTHENTICATED);
        }
        manner = Optional.of(wanted);
    }

    /**
     * In which manner the station was authenticated.
     *
     * @throws RefusedException if it was not
     */
    AuthenticationManner requireOpen() {
        return manner.orElseThrow(() -> new RefusedException(Refusal.NOT_AUTHENTICATED));
    }

    /** Forgets who is there. */
    void end() {
        channel = newChannel();
        manner = Optional.empty();
    }

    private Scp03Card newChannel() {
        byte[] eid = settings.eid().octets();
        byte[] whose = Arrays.copyOfRange(eid, eid.length - DIVERSIFICATION_DATA, eid.length);
        return new Scp03Card(settings.keySet(), whose, ChallengeLength.S16, randomness);
    }
}
