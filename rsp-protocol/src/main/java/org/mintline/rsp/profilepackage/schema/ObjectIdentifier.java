package org.mintline.rsp.profilepackage.schema;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** The two ways of writing an object identifier: dotted numbers, and the value bytes of X.690, clause 8.19. */
public final class ObjectIdentifier {
    private static final int MAXIMUM_BYTES = 64;
    private static final BigInteger LOW_SEVEN_BITS = BigInteger.valueOf(0x7F);

    private ObjectIdentifier() {}

    /** Whether the bytes are a well-formed object identifier of at most 64 bytes. */
    public static boolean isValid(byte[] value) {
        if (value.length == 0 || value.length > MAXIMUM_BYTES || value[value.length - 1] < 0) {
            return false;
        }
        for (int i = 0; i < value.length; i++) {
            boolean first = i == 0 || value[i - 1] >= 0;
            if (first && value[i] == (byte) 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The numbers with dots between them.
     *
     * @param value valid value bytes
     */
    public static String toText(byte[] value) {
        StringBuilder text = new StringBuilder();
        BigInteger number = BigInteger.ZERO;
        for (byte b : value) {
            number = number.shiftLeft(7).or(BigInteger.valueOf(b & 0x7F));
            if (b >= 0) {
                text.append(text.isEmpty() ? firstTwo(number.intValue(), number) : "." + number);
                number = BigInteger.ZERO;
            }
        }
        return text.toString();
    }

    private static String firstTwo(int small, BigInteger number) {
        if (number.bitLength() < 31 && small < 80) {
            return small / 40 + "." + small % 40;
        }
        return "2." + number.subtract(BigInteger.valueOf(80));
    }

    /**
     * The value bytes of dotted numbers.
     *
     * @throws IllegalArgumentException if the text is no object identifier
     */
    public static byte[] toValue(String text) {
        if (!text.matches("[0-2](\\.\\d{1,18}){1,32}")) {
            throw new IllegalArgumentException("'" + text + "' is no object identifier");
        }
        String[] numbers = text.split("\\.");
        long first = Long.parseLong(numbers[0]);
        if (first < 2 && Long.parseLong(numbers[1]) >= 40) {
            throw new IllegalArgumentException("'" + text + "' is no object identifier");
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        write(value, BigInteger.valueOf(first * 40 + Long.parseLong(numbers[1])));
        for (int i = 2; i < numbers.length; i++) {
            write(value, new BigInteger(numbers[i]));
        }
        return value.toByteArray();
    }

    private static void write(ByteArrayOutputStream value, BigInteger number) {
        int groups = Math.max(1, (number.bitLength() + 6) / 7);
        for (int group = groups - 1; group >= 0; group--) {
            int bits = number.shiftRight(7 * group).and(LOW_SEVEN_BITS).intValue();
            value.write(group == 0 ? bits : bits | 0x80);
        }
    }
}
