package org.mintline.notification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.mintline.configuration.SecretReference;
import org.mintline.keys.KeyMaterialException;
import org.mintline.keys.Secrets;

/** The TLS identity of this server towards another one, and whom it trusts. */
public final class TlsContext {
    private TlsContext() {}

    /**
     * Where identity and trust lie.
     *
     * @param keyStore PKCS#12 file of the own key and certificate; none is shown without it
     * @param trustStore PKCS#12 file of certificates that are trusted; without it, those of the JDK
     * @param passphrase of both
     */
    public record Stores(Optional<Path> keyStore, Optional<Path> trustStore, Optional<SecretReference> passphrase) {}

    /**
     * Reads the files.
     *
     * @throws KeyMaterialException if one cannot be used
     */
    public static SSLContext of(Stores configuration, Secrets secrets) {
        char[] passphrase = configuration.passphrase().map(secrets::read).orElseGet(() -> new char[0]);
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(
                    configuration.keyStore().isPresent()
                            ? load(configuration.keyStore().get(), passphrase)
                            : null,
                    passphrase);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(
                    configuration.trustStore().isPresent()
                            ? load(configuration.trustStore().get(), passphrase)
                            : null);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new KeyMaterialException(
                    "the key store " + configuration.keyStore() + " or trust store " + configuration.trustStore()
                            + " cannot be used",
                    e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static KeyStore load(Path file, char[] passphrase) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, passphrase);
        } catch (IOException e) {
            throw new KeyMaterialException(file + " cannot be read as PKCS#12: " + e.getMessage(), e);
        }
        return store;
    }
}
