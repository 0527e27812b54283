package org.mintline.device.factory.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.rsp.crypto.AesGcm;
import org.mintline.rsp.crypto.Randomness;

/**
 * The security area of a device (PSS-9): what is in it is encrypted under AES-256-GCM and bound to its name. An entry is a nonce of 12
 * bytes, the cipher text and its tag.
 */
final class SecurityArea {
    private static final String CONTEXT = "Mintline security area 1\0";
    private static final int KEY_LENGTH = 32;

    private final Storage storage;
    private final SecretKey key;
    private final Randomness randomness;

    /**
     * @param storageKey 32 bytes
     */
    SecurityArea(Storage storage, byte[] storageKey, Randomness randomness) {
        if (storageKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException("the storage key of a device has 32 bytes");
        }
        this.storage = storage;
        this.key = new SecretKeySpec(storageKey, "AES");
        this.randomness = randomness;
    }

    /**
     * What is under a name.
     *
     * @throws SecurityAreaException if it was not written there under this key
     */
    Optional<byte[]> read(String name) {
        return storage.read(name).map(entry -> open(name, entry));
    }

    void write(String name, byte[] content) {
        byte[] nonce = randomness.octets(AesGcm.NONCE_LENGTH);
        byte[] ciphertext = AesGcm.seal(key, nonce, associatedData(name), content);
        byte[] entry = Arrays.copyOf(nonce, nonce.length + ciphertext.length);
        System.arraycopy(ciphertext, 0, entry, nonce.length, ciphertext.length);
        storage.write(name, entry);
    }

    void remove(String name) {
        storage.remove(name);
    }

    Set<String> names() {
        return storage.names();
    }

    private byte[] open(String name, byte[] entry) {
        int nonceEnd = Math.min(entry.length, AesGcm.NONCE_LENGTH);
        byte[] nonce = Arrays.copyOf(entry, AesGcm.NONCE_LENGTH);
        return AesGcm.open(key, nonce, associatedData(name), Arrays.copyOfRange(entry, nonceEnd, entry.length))
                .orElseThrow(() -> new SecurityAreaException(name));
    }

    private static byte[] associatedData(String name) {
        return (CONTEXT + name).getBytes(StandardCharsets.US_ASCII);
    }
}
