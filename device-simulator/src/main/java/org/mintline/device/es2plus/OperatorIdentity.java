package org.mintline.device.es2plus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What an operator proves who it is with, and whom it trusts: two PKCS#12 files. */
public final class OperatorIdentity {
    private final KeyStore keys;
    private final KeyStore trust;
    private final char[] passphrase;

    private OperatorIdentity(KeyStore keys, KeyStore trust, char[] passphrase) {
        this.keys = keys;
        this.trust = trust;
        this.passphrase = passphrase.clone();
    }

    /**
     * Reads the files.
     *
     * @param keys a PKCS#12 file with the operator's key and certificate
     * @param trust a PKCS#12 file with the certificates that are trusted
     * @param passphrase of both
     */
    public static OperatorIdentity read(Path keys, Path trust, char[] passphrase) throws IOException {
        return new OperatorIdentity(load(keys, passphrase), load(trust, passphrase), passphrase);
    }

    /** The TLS context, for client and server alike. */
    public SSLContext context() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, passphrase);
            TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            others.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), others.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the operator's key or trust cannot be used: " + e.getMessage(), e);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "OperatorIdentity[hidden]";
    }

    private static KeyStore load(Path file, char[] passphrase) throws IOException {
        char[] copy = Arrays.copyOf(passphrase, passphrase.length);
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, copy);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is no PKCS#12 file under this passphrase", e);
        }
    }
}
