package org.mintline.rsp.scp03;

import java.nio.charset.StandardCharsets;
import org.mintline.rsp.crypto.CounterModeKeyDerivation;
import org.mintline.rsp.crypto.Randomness;

/**
 * A static key set of SCP03 (GlobalPlatform Card Specification, Amendment D v1.2, clause 6.1.1).
 *
 * @param version key version number, 1 to 127
 * @param enc Key-ENC, 16 bytes
 * @param mac Key-MAC, 16 bytes
 * @param dek Key-DEK, 16 bytes
 */
public record KeySet(int version, byte[] enc, byte[] mac, byte[] dek) {
    /** The length of each key, in bytes. */
    public static final int KEY_LENGTH = 16;

    private static final byte[] DIVERSIFICATION = "Mintline diversified key ".getBytes(StandardCharsets.US_ASCII);

    /** Refuses other lengths and versions. */
    public KeySet {
        if (version < 1 || version > 0x7F) {
            throw new IllegalArgumentException("a key version number is 1 to 127");
        }
        if (enc.length != KEY_LENGTH || mac.length != KEY_LENGTH || dek.length != KEY_LENGTH) {
            throw new IllegalArgumentException("the keys of a key set have 16 bytes each");
        }
    }

    /** A key set of random keys. */
    public static KeySet fresh(int version, Randomness randomness) {
        return new KeySet(
                version, randomness.octets(KEY_LENGTH), randomness.octets(KEY_LENGTH), randomness.octets(KEY_LENGTH));
    }

    /**
     * The key set of one device, made from this one as a master: whoever opens one device knows nothing of another.
     *
     * @param identifier of the device, for instance its EID; 1 to 32 bytes
     */
    public KeySet diversifiedFor(byte[] identifier) {
        if (identifier.length < 1 || identifier.length > 32) {
            throw new IllegalArgumentException("the identifier of a device has 1 to 32 bytes");
        }
        return new KeySet(
                version,
                diversified(enc, 1, identifier),
                diversified(mac, 2, identifier),
                diversified(dek, 3, identifier));
    }

    private byte[] diversified(byte[] master, int keyIdentifier, byte[] identifier) {
        byte[] label = new byte[DIVERSIFICATION.length + 2];
        System.arraycopy(DIVERSIFICATION, 0, label, 0, DIVERSIFICATION.length);
        label[DIVERSIFICATION.length] = (byte) version;
        label[DIVERSIFICATION.length + 1] = (byte) keyIdentifier;
        return CounterModeKeyDerivation.derive(master, label, identifier, KEY_LENGTH);
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "KeySet[version " + version + ", keys hidden]";
    }
}
