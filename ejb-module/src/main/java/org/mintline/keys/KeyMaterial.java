package org.mintline.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.SecretReference;
import org.mintline.rsp.crypto.Cryptography;

/**
 * Reads keys and certificates from where the configuration says they lie: PKCS#12 files, a PKCS#11 token, a folder of CI
 * certificates. Files are read by BouncyCastle, since the JDK has no brainpool curves.
 */
final class KeyMaterial {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String CERTIFICATES = "*.{der,crt,cer,pem}";
    private static final String REVOCATION_LISTS = "*.{crl,der,crt,cer,pem}";

    private final MintlineConfiguration.Keys configuration;
    private final Secrets secrets;
    private final Cryptography cryptography;
    private final Optional<Pkcs11Token> token;

    KeyMaterial(MintlineConfiguration.Keys configuration, Secrets secrets, Cryptography cryptography) {
        this.configuration = configuration;
        this.secrets = secrets;
        this.cryptography = cryptography;
        this.token = configuration.pkcs11().map(file -> new Pkcs11Token(file, cryptography));
    }

    /** Whether the token failed to sign since its keys were read, so that reading them again may help. */
    boolean tokenHasFailed() {
        return token.filter(Pkcs11Token::hasFailed).isPresent();
    }

    /** All private keys with their certificates. */
    List<HeldKey> keys() {
        List<HeldKey> keys = new ArrayList<>();
        for (Path file : configuration.stores()) {
            keys.addAll(withSecret(configuration.passphrase(), passphrase -> fromFile(file, passphrase)));
        }
        token.ifPresent(held -> keys.addAll(withSecret(configuration.pkcs11Pin(), held::keys)));
        return keys;
    }

    /** Whether key stores are configured whose passphrase protects nothing. */
    boolean hasEmptyPassphrase() {
        return !configuration.stores().isEmpty()
                && withSecret(configuration.passphrase(), passphrase -> passphrase.length == 0);
    }

    /** The CI certificates. */
    List<X509Certificate> certificateIssuers() {
        List<X509Certificate> certificates = new ArrayList<>();
        configuration.certificateIssuers().ifPresent(folder -> {
            for (Path file : files(folder, CERTIFICATES)) {
                X509Certificate certificate = certificate(file);
                if (!certificates.contains(certificate)) {
                    certificates.add(certificate);
                }
            }
        });
        return certificates;
    }

    /** CRLs, and certificates of those who sign them. */
    List<Path> revocationFiles() {
        return configuration
                .revocationLists()
                .map(folder -> files(folder, REVOCATION_LISTS))
                .orElse(List.of());
    }

    /** Whether CRLs are expected. */
    boolean hasRevocationLists() {
        return configuration.revocationLists().isPresent();
    }

    /** All files that are read, so that one can see whether any was changed. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>(configuration.stores());
        configuration.pkcs11().ifPresent(paths::add);
        configuration.certificateIssuers().ifPresent(folder -> paths.addAll(files(folder, CERTIFICATES)));
        paths.addAll(revocationFiles());
        return paths;
    }

    private List<HeldKey> fromFile(Path file, char[] passphrase) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12", BOUNCY_CASTLE);
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, passphrase);
        } catch (IOException e) {
            throw new KeyMaterialException(file + " cannot be read as PKCS#12: " + e.getMessage(), e);
        }
        return KeyStoreEntries.read(
                file.getFileName().toString(), store, passphrase, key -> cryptography.signer(key, BOUNCY_CASTLE));
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            Certificate certificate =
                    CertificateFactory.getInstance("X.509", BOUNCY_CASTLE).generateCertificate(input);
            if (certificate == null) {
                throw new KeyMaterialException(file + " holds no certificate");
            }
            return (X509Certificate) certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyMaterialException(file + " cannot be read as a certificate: " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder, String names) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, names)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new KeyMaterialException(folder + " cannot be read", e);
        }
        Collections.sort(files);
        return files;
    }

    private <T> T withSecret(Optional<SecretReference> reference, Reading<T> reading) {
        char[] secret = reference.map(secrets::read).orElseGet(() -> new char[0]);
        try {
            return reading.read(secret);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyMaterialException("keys cannot be read: " + e.getMessage(), e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private interface Reading<T> {
        T read(char[] secret) throws IOException, GeneralSecurityException;
    }
}
