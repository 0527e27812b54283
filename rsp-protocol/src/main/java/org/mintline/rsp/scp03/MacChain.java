package org.mintline.rsp.scp03;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.crypto.AesCmac;

/**
 * The MACs of commands and responses, each over the one before (GlobalPlatform Card Specification, Amendment D v1.2, clauses 6.2.4
 * and 6.2.5). Both ends hold one.
 */
final class MacChain {
    private static final int SECURE_MESSAGING = 0x04;
    private static final int HEADER = 5;

    private final AesCmac commands;
    private final AesCmac responses;
    private final int length;
    private byte[] chainingValue = new byte[AesCmac.LENGTH];

    MacChain(SessionKeys keys, ChallengeLength length) {
        this.commands = new AesCmac(keys.sMac());
        this.responses = new AesCmac(keys.sRmac());
        this.length = length.octets();
    }

    /** The longest data that leaves room for a MAC, in bytes. */
    int capacity() {
        return CommandApdu.MAXIMUM_DATA - length;
    }

    /** The command with its C-MAC. */
    CommandApdu wrapped(CommandApdu command) {
        if (command.data().length > capacity()) {
            throw new IllegalArgumentException("at most " + capacity() + " bytes of data leave room for a MAC");
        }
        byte[] mac = commandMac(command, command.data());
        byte[] data = Arrays.copyOf(command.data(), command.data().length + length);
        System.arraycopy(mac, 0, data, command.data().length, length);
        return new CommandApdu(
                command.cla() | SECURE_MESSAGING, command.ins(), command.p1(), command.p2(), data, command.le());
    }

    /**
     * The command without its C-MAC.
     *
     * @throws AuthenticationFailedException if it has none, or a wrong one
     */
    CommandApdu unwrapped(CommandApdu command) {
        int plain = command.data().length - length;
        if ((command.cla() & SECURE_MESSAGING) == 0 || plain < 0) {
            throw new AuthenticationFailedException("the command has no MAC");
        }
        byte[] data = Arrays.copyOf(command.data(), plain);
        byte[] before = chainingValue;
        byte[] mac = Arrays.copyOf(commandMac(command, data), length);
        if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(command.data(), plain, command.data().length))) {
            chainingValue = before;
            throw new AuthenticationFailedException("the MAC of the command is wrong");
        }
        return new CommandApdu(
                command.cla() & ~SECURE_MESSAGING, command.ins(), command.p1(), command.p2(), data, command.le());
    }

    private byte[] commandMac(CommandApdu command, byte[] data) {
        byte[] input = ByteBuffer.allocate(HEADER + data.length)
                .put((byte) (command.cla() | SECURE_MESSAGING))
                .put((byte) command.ins())
                .put((byte) command.p1())
                .put((byte) command.p2())
                .put((byte) (data.length + length))
                .put(data)
                .array();
        chainingValue = commands.mac(chainingValue, input, input.length);
        return chainingValue;
    }

    /** The R-MAC over the data of an answer and its status word. */
    byte[] responseMac(byte[] data, int statusWord) {
        byte[] input = ByteBuffer.allocate(data.length + 2)
                .put(data)
                .putShort((short) statusWord)
                .array();
        return Arrays.copyOf(responses.mac(chainingValue, input, input.length), length);
    }
}
