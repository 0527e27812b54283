package org.mintline.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.configuration.SecretReference;

/**
 * Reads keys and certificates from where the configuration says they lie: PKCS#12 files, a PKCS#11 token, a folder of CI
 * certificates. Files are read by BouncyCastle, since the JDK has no brainpool curves.
 */
final class KeyMaterial {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int MOST_ENTRIES = 1_000;
    private static final String CERTIFICATES = "*.{der,crt,cer,pem}";
    private static final String REVOCATION_LISTS = "*.{crl,der,crt,cer,pem}";

    private final MintlineConfiguration.Keys configuration;
    private final Secrets secrets;

    KeyMaterial(MintlineConfiguration.Keys configuration, Secrets secrets) {
        this.configuration = configuration;
        this.secrets = secrets;
    }

    /** All private keys with their certificates. */
    List<HeldKey> keys() {
        List<HeldKey> keys = new ArrayList<>();
        for (Path file : configuration.stores()) {
            keys.addAll(withSecret(configuration.passphrase(), passphrase -> fromFile(file, passphrase)));
        }
        configuration
                .pkcs11()
                .ifPresent(file -> keys.addAll(withSecret(configuration.pkcs11Pin(), pin -> fromToken(file, pin))));
        return keys;
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

    private static List<HeldKey> fromFile(Path file, char[] passphrase) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12", BOUNCY_CASTLE);
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, passphrase);
        } catch (IOException e) {
            throw new KeyMaterialException(file + " cannot be read as PKCS#12: " + e.getMessage(), e);
        }
        return entries(file.getFileName().toString(), store, passphrase);
    }

    private static List<HeldKey> fromToken(Path file, char[] pin) throws GeneralSecurityException, IOException {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new KeyMaterialException("this JDK has no PKCS#11 provider");
        }
        Provider provider = base.configure(file.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin);
        return entries(provider.getName(), store, pin);
    }

    private static List<HeldKey> entries(String source, KeyStore store, char[] passphrase)
            throws GeneralSecurityException {
        List<HeldKey> keys = new ArrayList<>();
        for (String alias : new TreeSet<>(Collections.list(store.aliases()))) {
            Key key = store.isKeyEntry(alias) && keys.size() < MOST_ENTRIES ? store.getKey(alias, passphrase) : null;
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey privateKey && chain != null && chain.length > 0) {
                List<X509Certificate> certificates = new ArrayList<>();
                for (Certificate certificate : chain) {
                    certificates.add(readAgain(certificate));
                }
                keys.add(new HeldKey(source + " " + alias, certificates, privateKey));
            }
        }
        return keys;
    }

    /** Tokens hand out certificates of the JDK, which cannot read brainpool keys. */
    private static X509Certificate readAgain(Certificate certificate) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                .generateCertificate(new java.io.ByteArrayInputStream(certificate.getEncoded()));
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

    private List<HeldKey> withSecret(Optional<SecretReference> reference, Reading reading) {
        char[] secret = reference.map(secrets::read).orElseGet(() -> new char[0]);
        try {
            return reading.read(secret);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyMaterialException("keys cannot be read: " + e.getMessage(), e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private interface Reading {
        List<HeldKey> read(char[] secret) throws IOException, GeneralSecurityException;
    }
}
