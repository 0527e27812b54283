package org.mintline.rsp.apdu;

import java.util.Arrays;
import java.util.OptionalInt;
import org.mintline.rsp.tlv.DecodeException;

/**
 * A command APDU with short lengths (ISO/IEC 7816-4, clause 5.2).
 *
 * @param cla class byte, 0 to 255
 * @param ins instruction byte, 0 to 255
 * @param p1 first parameter, 0 to 255
 * @param p2 second parameter, 0 to 255
 * @param data 0 to 255 bytes
 * @param le how many bytes of answer are expected at most, 1 to 256; absent if none are
 */
public record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, OptionalInt le) {
    /** The longest data field, in bytes. */
    public static final int MAXIMUM_DATA = 255;

    private static final int HEADER = 4;

    /** Refuses values that have no encoding. */
    public CommandApdu {
        if ((cla | ins | p1 | p2) >>> 8 != 0 || data.length > MAXIMUM_DATA) {
            throw new IllegalArgumentException("a command has four bytes and at most 255 bytes of data");
        }
        if (le.isPresent() && (le.getAsInt() < 1 || le.getAsInt() > 256)) {
            throw new IllegalArgumentException("Le is 1 to 256");
        }
    }

    /**
     * Reads one of the four cases of a command.
     *
     * @throws DecodeException if it is none
     */
    public static CommandApdu decode(byte[] input) {
        if (input.length < HEADER) {
            throw new DecodeException("command APDU", 0, "has " + input.length + " bytes, not at least 4");
        }
        if (input.length <= HEADER + 1) {
            return of(input, new byte[0], input.length > HEADER);
        }
        int lc = input[HEADER] & 0xFF;
        int end = HEADER + 1 + lc;
        if (lc == 0 || input.length < end || input.length > end + 1) {
            throw new DecodeException("command APDU", HEADER, "has Lc " + lc + " in " + input.length + " bytes");
        }
        return of(input, Arrays.copyOfRange(input, HEADER + 1, end), input.length > end);
    }

    private static CommandApdu of(byte[] input, byte[] data, boolean hasLe) {
        int last = input[input.length - 1] & 0xFF;
        return new CommandApdu(
                input[0] & 0xFF,
                input[1] & 0xFF,
                input[2] & 0xFF,
                input[3] & 0xFF,
                data,
                hasLe ? OptionalInt.of(last == 0 ? 256 : last) : OptionalInt.empty());
    }

    /** The bytes of the command. */
    public byte[] encoded() {
        int length = HEADER + (data.length == 0 ? 0 : 1 + data.length) + (le.isPresent() ? 1 : 0);
        byte[] encoded = new byte[length];
        encoded[0] = (byte) cla;
        encoded[1] = (byte) ins;
        encoded[2] = (byte) p1;
        encoded[3] = (byte) p2;
        if (data.length > 0) {
            encoded[HEADER] = (byte) data.length;
            System.arraycopy(data, 0, encoded, HEADER + 1, data.length);
        }
        le.ifPresent(value -> encoded[length - 1] = (byte) value);
        return encoded;
    }

    /** The same command with another Le. */
    public CommandApdu withLe(int newLe) {
        return new CommandApdu(cla, ins, p1, p2, data, OptionalInt.of(newLe));
    }

    /** Says nothing of the data, which may be secret. */
    @Override
    public String toString() {
        return String.format("%02X %02X %02X %02X, %d bytes", cla, ins, p1, p2, data.length);
    }
}
