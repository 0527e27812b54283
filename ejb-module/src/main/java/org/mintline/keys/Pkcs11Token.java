package org.mintline.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.login.LoginException;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.CryptographyException;
import org.mintline.rsp.crypto.Signer;

/**
 * The token of an HSM, by the JDK's PKCS#11 provider, which keeps as many sessions to it as signatures are made at once. It stays
 * open from one reading of the keys to the next, unless its configuration was changed or a signature failed: then it is opened
 * anew, with a new login.
 */
final class Pkcs11Token {
    private static final Logger LOG = Logger.getLogger(Pkcs11Token.class.getName());

    private final Path configuration;
    private final Cryptography cryptography;
    private volatile boolean failed;
    private Optional<Opened> opened = Optional.empty();

    /** @param configuration file of the provider: library and slot at least */
    Pkcs11Token(Path configuration, Cryptography cryptography) {
        this.configuration = configuration;
        this.cryptography = cryptography;
    }

    private record Opened(Provider provider, FileTime configuredAt, List<HeldKey> keys) {}

    /** Whether a signature failed since the token was opened. */
    boolean hasFailed() {
        return failed;
    }

    /**
     * The keys of the token that have certificates there.
     *
     * @param pin the user PIN
     * @throws KeyMaterialException if the token is away, or refuses the PIN
     */
    synchronized List<HeldKey> keys(char[] pin) {
        try {
            FileTime configuredAt = Files.getLastModifiedTime(configuration);
            if (failed
                    || opened.filter(one -> one.configuredAt().equals(configuredAt))
                            .isEmpty()) {
                close();
                opened = Optional.of(open(configuredAt, pin));
                failed = false;
            }
            return opened.orElseThrow().keys();
        } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException e) {
            throw new KeyMaterialException(
                    "the token of " + configuration + " cannot be opened: is it there, and the PIN right? " + reason(e),
                    e);
        }
    }

    private Opened open(FileTime configuredAt, char[] pin) throws IOException, GeneralSecurityException {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new KeyMaterialException("this JDK has no PKCS#11 provider");
        }
        Provider provider = base.configure(configuration.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin);
        List<HeldKey> keys = KeyStoreEntries.read(provider.getName(), store, pin, key -> signer(key, provider));
        return new Opened(provider, configuredAt, keys);
    }

    private Signer signer(PrivateKey key, Provider provider) {
        Signer inToken = cryptography.signer(key, provider);
        return parts -> {
            try {
                return inToken.sign(parts);
            } catch (CryptographyException e) {
                failed = true;
                throw new KeyMaterialException(
                        "the token of " + configuration + " does not sign; it will be opened anew: " + reason(e), e);
            }
        };
    }

    private void close() {
        if (opened.isPresent() && opened.get().provider() instanceof AuthProvider provider) {
            try {
                provider.logout();
            } catch (LoginException | ProviderException e) {
                LOG.log(Level.FINE, "the login at the token of " + configuration + " was gone already", e);
            }
        }
        opened = Optional.empty();
    }

    /** What the token itself said, a name of PKCS#11 such as CKR_PIN_INCORRECT. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
