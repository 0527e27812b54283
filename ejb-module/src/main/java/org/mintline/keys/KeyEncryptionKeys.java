package org.mintline.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.SecretReference;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.Randomness;

/** The key-encryption keys that the configuration names: that of today, and the one before while it is being replaced. */
@ApplicationScoped
public class KeyEncryptionKeys implements KeyWrapping {
    private Randomness randomness;
    private KeyEncryptionKey current;
    private Optional<KeyEncryptionKey> previous;

    /** For the container. */
    protected KeyEncryptionKeys() {}

    /** Reads the keys where the configuration says they lie. */
    @Inject
    public KeyEncryptionKeys(MintlineConfiguration configuration, Secrets secrets) {
        this(
                read(configuration.keys().kek(), secrets),
                configuration.keys().previousKek().map(reference -> read(reference, secrets)),
                Cryptography.system().randomness());
    }

    KeyEncryptionKeys(KeyEncryptionKey current, Optional<KeyEncryptionKey> previous, Randomness randomness) {
        this.current = current;
        this.previous = previous;
        this.randomness = randomness;
    }

    @Override
    public Wrapped wrap(String context, byte[] key) {
        return new Wrapped(current.checkValue(), current.wrap(context, key, randomness));
    }

    @Override
    public byte[] unwrap(String context, Wrapped wrapped) {
        KeyEncryptionKey key = isCurrent(wrapped.kekCheckValue())
                ? current
                : previous.filter(before -> before.checkValue().equals(wrapped.kekCheckValue()))
                        .orElseThrow(() -> new SealBrokenException(
                                context + ": it needs the key-encryption key with the" + " check value "
                                        + wrapped.kekCheckValue() + ", configured is " + current.checkValue()));
        return key.unwrap(context, wrapped.wrapped()).orElseThrow(() -> new SealBrokenException(context));
    }

    @Override
    public boolean isCurrent(String kekCheckValue) {
        return current.checkValue().equals(kekCheckValue);
    }

    /** Which key wraps today: 16 hexadecimal digits. */
    String currentCheckValue() {
        return current.checkValue();
    }

    private static KeyEncryptionKey read(SecretReference reference, Secrets secrets) {
        char[] text = secrets.read(reference);
        ByteBuffer ascii = StandardCharsets.ISO_8859_1.encode(CharBuffer.wrap(text));
        byte[] encoded = Arrays.copyOf(ascii.array(), ascii.limit());
        try {
            byte[] octets = Base64.getDecoder().decode(encoded);
            try {
                return new KeyEncryptionKey(octets);
            } finally {
                Arrays.fill(octets, (byte) 0);
            }
        } catch (IllegalArgumentException e) {
            throw new SecretMissingException(
                    reference, "a key-encryption key is " + KeyEncryptionKey.LENGTH + " bytes in Base64", null);
        } finally {
            Arrays.fill(text, '\0');
            Arrays.fill(encoded, (byte) 0);
            Arrays.fill(ascii.array(), (byte) 0);
        }
    }
}
