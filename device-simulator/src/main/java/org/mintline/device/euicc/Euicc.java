package org.mintline.device.euicc;

import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.configuration.Faults;
import org.mintline.device.euicc.isdr.Card;
import org.mintline.device.euicc.isdr.Isdr;
import org.mintline.device.euicc.isdr.KeyPreloading;
import org.mintline.device.euicc.state.EuiccState;
import org.mintline.device.euicc.state.ProfileSlot;
import org.mintline.device.euicc.state.StateStore;
import org.mintline.device.euicc.status.CardException;
import org.mintline.device.euicc.status.StatusWord;
import org.mintline.device.euicc.uicc.UiccCommands;
import org.mintline.rsp.apdu.ApduException;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.apdu.Commands;
import org.mintline.rsp.apdu.LogicalChannel;
import org.mintline.rsp.apdu.ResponseApdu;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.factory.PreloadedKeys;
import org.mintline.rsp.tlv.DecodeException;

/**
 * A software eUICC: APDU in, APDU out, strict as a card. One command at a time; for use by several threads, give each its own card.
 *
 * <p>Its answers follow the rules of T=0: data that a command did not ask for by Le waits for GET RESPONSE.
 */
public final class Euicc {
    private static final byte[] ATR = HexFormat.of().parseHex("3B9F96803FC7828031E073F62157574A330581053000");
    private static final int CHANNELS = 4;
    private static final int TERMINAL_PROFILE = 0x10;

    private final Card card;
    private final Isdr isdr;
    private final TreeMap<Integer, Channel> channels = new TreeMap<>();
    private UiccCommands uicc = new UiccCommands();
    private Optional<ProfileSlot> activeProfile;

    /** A card that forgets everything with the process, for tests and load: nothing is encoded or written. */
    public Euicc(EuiccConfiguration configuration) {
        this(configuration, StateStore.NONE);
    }

    /** A card whose state is kept in a store. */
    public Euicc(EuiccConfiguration configuration, StateStore store) {
        this(configuration, Cryptography.system(), Clock.systemUTC(), store);
    }

    /**
     * A card with all its surroundings.
     *
     * @param cryptography what it calculates with, and where its random numbers come from
     * @param clock the time at which certificates have to be valid
     * @param store where its state is kept
     */
    public Euicc(EuiccConfiguration configuration, Cryptography cryptography, Clock clock, StateStore store) {
        card = new Card(configuration, cryptography, clock, store);
        isdr = new Isdr(card);
        activeProfile = card.state().enabledProfile();
        channels.put(0, new Channel(activeProfile));
    }

    /** How it was made. */
    public EuiccConfiguration configuration() {
        return card.configuration();
    }

    /** What it remembers, for looking at. */
    public EuiccState state() {
        return card.state();
    }

    /** Sets what it does wrong on purpose from now on. */
    public void setFaults(Faults faults) {
        card.setFaults(faults);
    }

    /**
     * Makes one-time keys until so many wait unused under one CI key, and exports all that do: what its maker does before the card
     * leaves him (OFF-1).
     *
     * @param count 0 to 256
     * @param credentials one of those that it was made with
     */
    public PreloadedKeys preload(int count, EuiccCredentials credentials) {
        return new KeyPreloading(card).preload(count, credentials);
    }

    /** Resets it, as switching the power off and on does (ETSI TS 102 221, clause 6.4). */
    public byte[] reset() {
        isdr.reset();
        channels.clear();
        refreshProfile();
        channels.put(0, new Channel(activeProfile));
        return ATR.clone();
    }

    /** Carries out a command given as bytes; what is no command is answered with 6700. */
    public byte[] transmit(byte[] command) {
        try {
            return transmit(CommandApdu.decode(command)).encoded();
        } catch (DecodeException e) {
            return new ResponseApdu(new byte[0], StatusWord.WRONG_LENGTH).encoded();
        }
    }

    /** Carries out a command. */
    public ResponseApdu transmit(CommandApdu command) {
        try {
            if (command.ins() == Commands.MANAGE_CHANNEL) {
                return manageChannel(command);
            }
            Channel channel = channels.get(LogicalChannel.of(command.cla()));
            if (channel == null) {
                throw new CardException(StatusWord.CHANNEL_NOT_SUPPORTED);
            }
            if (command.ins() == Commands.GET_RESPONSE) {
                return channel.responses().next(command.le().orElse(256));
            }
            return answer(channel, command, carryOut(channel, command));
        } catch (CardException e) {
            return new ResponseApdu(new byte[0], e.statusWord());
        } catch (ApduException e) {
            return ResponseApdu.of(e.statusWord());
        }
    }

    private byte[] carryOut(Channel channel, CommandApdu command) {
        if (command.ins() == Commands.SELECT && command.p1() == 0x04 && isIsdr(command.data())) {
            channel.selectIsdr();
            return IsdrSelection.fileControlInformation(card.configuration().svn());
        }
        if (command.ins() == TERMINAL_PROFILE) {
            return new byte[0];
        }
        if (channel.isIsdrSelected() && command.ins() != Commands.SELECT) {
            return isdrCommand(channel, command);
        }
        return uiccCommand(channel, command);
    }

    private byte[] isdrCommand(Channel channel, CommandApdu command) {
        if (command.ins() != Commands.STORE_DATA) {
            throw new CardException(StatusWord.INSTRUCTION_NOT_SUPPORTED);
        }
        if (LogicalChannel.base(command.cla()) != 0x80) {
            throw new CardException(StatusWord.CLASS_NOT_SUPPORTED);
        }
        Optional<byte[]> request = channel.storeData().accept(command);
        if (request.isEmpty()) {
            return new byte[0];
        }
        byte[] response = isdr.process(request.get());
        refreshProfile();
        return response;
    }

    private byte[] uiccCommand(Channel channel, CommandApdu command) {
        try {
            byte[] response = uicc.process(command, channel.selection(activeProfile));
            channel.leaveIsdr();
            return response;
        } finally {
            if (UiccCommands.changesState(command)) {
                card.commit();
            }
        }
    }

    /** After another profile was enabled, nothing of the one before is selected or verified any more. */
    private void refreshProfile() {
        Optional<ProfileSlot> enabled = card.state().enabledProfile();
        if (!enabled.equals(activeProfile) || channels.isEmpty()) {
            activeProfile = enabled;
            uicc = new UiccCommands();
            channels.values().forEach(Channel::forgetProfile);
        }
    }

    private static ResponseApdu answer(Channel channel, CommandApdu command, byte[] data) {
        int le = command.le().orElse(0);
        if (data.length > 0 && data.length <= le) {
            return new ResponseApdu(data, StatusWord.OK);
        }
        ResponseApdu waiting = channel.responses().offer(data);
        return le == 0 || data.length == 0 ? waiting : channel.responses().next(le);
    }

    private ResponseApdu manageChannel(CommandApdu command) {
        if (command.p1() == 0x80) {
            if (command.p2() == 0 || channels.remove(command.p2()) == null) {
                throw new CardException(StatusWord.CHANNEL_NOT_SUPPORTED);
            }
            return new ResponseApdu(new byte[0], StatusWord.OK);
        }
        if (command.p1() != 0 || command.p2() != 0) {
            throw new CardException(StatusWord.WRONG_PARAMETERS);
        }
        for (int number = 1; number < CHANNELS; number++) {
            if (!channels.containsKey(number)) {
                channels.put(number, new Channel(activeProfile));
                return new ResponseApdu(new byte[] {(byte) number}, StatusWord.OK);
            }
        }
        throw new CardException(StatusWord.FUNCTION_NOT_SUPPORTED);
    }

    private static boolean isIsdr(byte[] name) {
        byte[] aid = Commands.isdrAid();
        return name.length >= 5 && name.length <= aid.length && Arrays.equals(name, Arrays.copyOf(aid, name.length));
    }
}
