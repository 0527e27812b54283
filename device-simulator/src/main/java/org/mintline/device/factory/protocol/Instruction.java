package org.mintline.device.factory.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.mintline.rsp.apdu.CommandApdu;
import org.mintline.rsp.station.AuthenticationManner;

/** The instructions of a device in a factory; the class byte is '80', or '84' with a MAC. */
public enum Instruction {
    /** Who are you? Answers without authentication, with {@link Identity}. */
    GET_IDENTITY(0xCA),
    /** Begins a session; P1 is the {@link AuthenticationManner}. */
    OPEN_SESSION(0xA0),
    /** Announces an image by {@link ImageTransfer}; the answer is the offset at which it goes on, 4 bytes. */
    BEGIN_IMAGE(0xE0),
    /** A part of the image: offset, 4 bytes, and at most {@link #CHUNK} bytes; the answer is the offset behind it, 4 bytes. */
    IMAGE_CHUNK(0xD6),
    /** The image is whole: the device checks it, and from then on it counts. */
    COMMIT_IMAGE(0xE6),
    /** Forgets an image that does not count yet. */
    DISCARD_IMAGE(0xE4),
    /** Begins an installation from packets. */
    BEGIN_PACKETS(0xE8),
    /** A packet, or a part of it: P1 '00' if more follows, '80' at the last part. The answer is that of the eUICC. */
    PACKET(0xDA),
    /** Sets the mode; P1 is the {@link InstallationMode}, or 0 for whatever comes. */
    SET_MODE(0xF0),
    /** Enters (P1 1) or leaves (P1 0) test-profile mode. */
    TEST_PROFILE_MODE(0xF2),
    /** Boots the device once this is answered. */
    RESTART(0xFA),
    /** The oldest report, from the offset in P1 and P2: its length, 4 bytes, and a part of it. Empty if there is none. */
    GET_REPORT(0xCB),
    /** The station has the report of the image whose identifier is given. */
    REMOVE_REPORT(0xCC);

    /** The class byte. */
    public static final int CLASS = 0x80;

    /** The most bytes of an image in a chunk: with offset and MAC they fill a command. */
    public static final int CHUNK = 235;

    /** The most bytes of a packet in a command. */
    public static final int PACKET_PART = 239;

    /** The most bytes of a report in an answer. */
    public static final int REPORT_PART = 200;

    /** P1 of the last part of a packet. */
    public static final int LAST_PART = 0x80;

    private final int value;

    Instruction(int value) {
        this.value = value;
    }

    /** The instruction byte. */
    public int value() {
        return value;
    }

    /** The command of this instruction. */
    public CommandApdu command(int p1, int p2, byte[] data) {
        return new CommandApdu(CLASS, value, p1, p2, data, OptionalInt.of(256));
    }

    /** The instruction of a command, if it is one of these. */
    public static Optional<Instruction> of(CommandApdu command) {
        return Arrays.stream(values())
                .filter(instruction -> instruction.value == command.ins())
                .findFirst();
    }
}
