package org.mintline.rsp.apdu;

import java.util.Arrays;
import org.mintline.rsp.tlv.DecodeException;

/**
 * A response APDU (ISO/IEC 7816-4, clause 5.3).
 *
 * @param data 0 to 256 bytes; more where several responses were joined
 * @param statusWord SW1 and SW2, 0 to 0xFFFF
 */
public record ResponseApdu(byte[] data, int statusWord) {
    private static final int MAXIMUM = 258;

    /** A response without data. */
    public static ResponseApdu of(StatusWord statusWord) {
        return new ResponseApdu(new byte[0], statusWord.value());
    }

    /**
     * Reads a response.
     *
     * @throws DecodeException if it has less than 2 or more than 258 bytes
     */
    public static ResponseApdu decode(byte[] input) {
        if (input.length < 2 || input.length > MAXIMUM) {
            throw new DecodeException("response APDU", 0, "has " + input.length + " bytes, not 2 to 258");
        }
        int end = input.length - 2;
        return new ResponseApdu(Arrays.copyOf(input, end), (input[end] & 0xFF) << 8 | input[end + 1] & 0xFF);
    }

    /** The bytes of the response. */
    public byte[] encoded() {
        byte[] encoded = Arrays.copyOf(data, data.length + 2);
        encoded[data.length] = (byte) (statusWord >> 8);
        encoded[data.length + 1] = (byte) statusWord;
        return encoded;
    }

    /** The upper byte of the status word. */
    public int sw1() {
        return statusWord >> 8;
    }

    /** The lower byte of the status word. */
    public int sw2() {
        return statusWord & 0xFF;
    }

    /** Whether the command was carried out: 9000, or 91xx where a proactive command waits. */
    public boolean isOk() {
        return statusWord == StatusWord.NO_ERROR.value() || sw1() == 0x91;
    }

    /** Says nothing of the data, which may be secret. */
    @Override
    public String toString() {
        return String.format("%04X, %d bytes", statusWord, data.length);
    }
}
