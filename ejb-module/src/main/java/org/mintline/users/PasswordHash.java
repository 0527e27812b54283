package org.mintline.users;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.BCrypt;
import org.mintline.rsp.crypto.Randomness;

/**
 * A hashed password, as Elytron's {@code bcrypt-mapper} reads it.
 *
 * @param hash 23 bytes, Base64
 * @param salt 16 bytes, Base64
 * @param iterations the cost: bcrypt iterates two to the power of it
 */
record PasswordHash(String hash, String salt, int iterations) {
    private static final int COST = 12;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 23;
    private static final int SHORTEST = 12;

    /** What bcrypt takes in, less the zero byte that ends it. */
    private static final int LONGEST_BYTES = 71;

    /** Hashes a password under a fresh salt. */
    static PasswordHash of(char[] password, Randomness randomness) {
        byte[] bytes = terminated(password);
        try {
            byte[] salt = randomness.octets(SALT_LENGTH);
            byte[] hash = Arrays.copyOf(BCrypt.generate(bytes, salt, COST), HASH_LENGTH);
            Base64.Encoder base64 = Base64.getEncoder();
            return new PasswordHash(base64.encodeToString(hash), base64.encodeToString(salt), COST);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] terminated(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try {
            byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit() + 1);
            if (password.length < SHORTEST || encoded.limit() > LONGEST_BYTES || hasZero(bytes)) {
                Arrays.fill(bytes, (byte) 0);
                throw new IllegalArgumentException(
                        "a password has at least " + SHORTEST + " characters and at most " + LONGEST_BYTES + " bytes");
            }
            return bytes;
        } finally {
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    private static boolean hasZero(byte[] terminated) {
        for (int i = 0; i < terminated.length - 1; i++) {
            if (terminated[i] == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "password hash";
    }
}
