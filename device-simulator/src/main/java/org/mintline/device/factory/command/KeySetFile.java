package org.mintline.device.factory.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.rsp.scp03.KeySet;

/** AES keys in a PKCS#12 file under a passphrase: a key set as {@code VERSION-enc}, {@code VERSION-mac} and {@code VERSION-dek}, and beside it the storage key of a device. */
final class KeySetFile {
    private static final String STORAGE = "storage";
    private static final String ENC = "-enc";
    private static final String MAC = "-mac";
    private static final String DEK = "-dek";

    private final Path path;
    private final char[] passphrase;

    KeySetFile(Path path, String passphrase) {
        this.path = path;
        this.passphrase = passphrase.toCharArray();
    }

    /** Writes a key set into a new file for its owner only. */
    void write(KeySet keys) throws IOException {
        store(keys, null);
    }

    /** Writes a key set and a storage key of 32 bytes into a new file for its owner only. */
    void write(KeySet keys, byte[] storageKey) throws IOException {
        store(keys, storageKey);
    }

    /**
     * The key set.
     *
     * @throws IOException if the file is not there, the passphrase is another, or it holds no key set
     */
    KeySet keySet() throws IOException {
        try {
            KeyStore store = load();
            List<String> aliases = new ArrayList<>(Collections.list(store.aliases()));
            String alias = aliases.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(name -> name.endsWith(ENC))
                    .findFirst()
                    .orElseThrow(() -> new IOException(path + " holds no key set"));
            String version = alias.substring(0, alias.length() - ENC.length());
            return new KeySet(
                    Integer.parseInt(version),
                    key(store, version + ENC),
                    key(store, version + MAC),
                    key(store, version + DEK));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(path + " holds no key set", e);
        }
    }

    /**
     * The storage key, 32 bytes.
     *
     * @throws IOException if the file is not there, the passphrase is another, or it holds none
     */
    byte[] storageKey() throws IOException {
        try {
            return key(load(), STORAGE);
        } catch (GeneralSecurityException e) {
            throw new IOException(path + " holds no storage key", e);
        }
    }

    private void store(KeySet keys, byte[] storageKey) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            put(store, keys.version() + ENC, keys.enc());
            put(store, keys.version() + MAC, keys.mac());
            put(store, keys.version() + DEK, keys.dek());
            if (storageKey != null) {
                put(store, STORAGE, storageKey);
            }
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream output = Files.newOutputStream(path, StandardOpenOption.TRUNCATE_EXISTING)) {
                store.store(output, passphrase);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys cannot be written to " + path, e);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        try (InputStream input = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(input, passphrase);
            return store;
        }
    }

    private void put(KeyStore store, String alias, byte[] key) throws GeneralSecurityException {
        SecretKey entry = new SecretKeySpec(key, "AES");
        store.setEntry(alias, new KeyStore.SecretKeyEntry(entry), new KeyStore.PasswordProtection(passphrase));
    }

    private byte[] key(KeyStore store, String alias) throws IOException, GeneralSecurityException {
        if (store.getKey(alias, passphrase) instanceof SecretKey key) {
            return key.getEncoded();
        }
        throw new IOException(path + " holds no key " + alias);
    }
}
