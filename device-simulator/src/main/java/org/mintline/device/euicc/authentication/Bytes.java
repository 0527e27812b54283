package org.mintline.device.euicc.authentication;

/** The byte operations that the algorithm sets are written in. */
final class Bytes {
    private Bytes() {}

    static byte[] xor(byte[] a, byte[] b) {
        byte[] result = new byte[Math.min(a.length, b.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (a[i] ^ b[i]);
        }
        return result;
    }

    /** Rotates to the left by whole bytes or by any number of bits, the most significant bit being the first. */
    static byte[] rotateLeft(byte[] input, int bits) {
        int length = input.length;
        int whole = bits / 8 % length;
        int part = bits % 8;
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            int high = input[(i + whole) % length] & 0xFF;
            int low = input[(i + whole + 1) % length] & 0xFF;
            result[i] = (byte) (high << part | low >>> 8 - part);
        }
        return result;
    }

    static byte[] concatenate(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] result = new byte[length];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, result, position, part.length);
            position += part.length;
        }
        return result;
    }

    static long toLong(byte[] bytes) {
        long value = 0;
        for (byte b : bytes) {
            value = value << 8 | b & 0xFF;
        }
        return value;
    }

    static byte[] sixBytes(long value) {
        byte[] result = new byte[6];
        for (int i = 0; i < 6; i++) {
            result[i] = (byte) (value >>> 8 * (5 - i));
        }
        return result;
    }
}
