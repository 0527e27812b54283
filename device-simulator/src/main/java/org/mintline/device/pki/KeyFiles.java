package org.mintline.device.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/** Writes keys and certificates as files; those with a private key are for their owner only. */
final class KeyFiles {
    private KeyFiles() {}

    static void certificate(Path folder, String name, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        write(folder.resolve(name + ".der"), certificate.getEncoded());
        write(folder.resolve(name + ".pem"), pem(certificate));
    }

    static void privateKey(Path file, PrivateKey key) throws IOException {
        writeSecret(file, pem(new JcaPKCS8Generator(Cryptography.bouncyCastle().adopt(key), null)));
    }

    /**
     * Reads a key and its certificate.
     *
     * @param key in PEM, as {@link #privateKey} writes it
     * @param certificate in DER
     * @throws IOException if one of them is not there or is something else
     */
    static KeyAndCertificate read(Path key, Path certificate, Cryptography cryptography) throws IOException {
        try {
            return new KeyAndCertificate(
                    readPrivateKey(key, cryptography), Certificates.of(Files.readAllBytes(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate " + certificate + " is not readable", e);
        }
    }

    /**
     * Reads a private key.
     *
     * @param key in PEM, as {@link #privateKey} writes it
     * @throws IOException if it is not there or is something else
     */
    static PrivateKey readPrivateKey(Path key, Cryptography cryptography) throws IOException {
        if (pemObject(key) instanceof PrivateKeyInfo info) {
            return cryptography.decodePrivateKey(info.getEncoded());
        }
        throw new IOException(key + " holds no PKCS#8 key");
    }

    /**
     * Reads a public key on NIST P-256.
     *
     * @param key in PEM, as {@link #publicKey} writes it
     * @throws IOException if it is not there or is something else
     */
    static PublicKey readPublicKey(Path key, Cryptography cryptography) throws IOException {
        if (pemObject(key) instanceof SubjectPublicKeyInfo info) {
            return cryptography.decodePoint(
                    EllipticCurve.NIST_P256, info.getPublicKeyData().getOctets());
        }
        throw new IOException(key + " holds no public key");
    }

    static void publicKey(Path file, PublicKey key) throws IOException {
        write(file, pem(SubjectPublicKeyInfo.getInstance(key.getEncoded())));
    }

    /**
     * A PKCS#12 file with keys, encrypted by the JDK under AES-256. Keys on brainpool curves are read from it by BouncyCastle only.
     *
     * @param entries alias and chain: the holder first, its issuers behind
     */
    static void keyStore(Path file, char[] passphrase, Map<String, KeyAndCertificate[]> entries)
            throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        for (Map.Entry<String, KeyAndCertificate[]> entry : entries.entrySet()) {
            X509Certificate[] chain = Arrays.stream(entry.getValue())
                    .map(KeyAndCertificate::certificate)
                    .toArray(X509Certificate[]::new);
            PrivateKey key = Cryptography.bouncyCastle().adopt(entry.getValue()[0].privateKey());
            store.setKeyEntry(entry.getKey(), key, passphrase, chain);
        }
        save(store, file, passphrase);
    }

    /** A PKCS#12 file with one certificate that is trusted. */
    static void trustStore(Path file, char[] passphrase, String alias, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setCertificateEntry(alias, certificate);
        save(store, file, passphrase);
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void save(KeyStore store, Path file, char[] passphrase)
            throws IOException, GeneralSecurityException {
        try (OutputStream output = secret(file)) {
            store.store(output, passphrase);
        }
    }

    private static Object pemObject(Path file) throws IOException {
        try (PEMParser pem = new PEMParser(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1))) {
            return pem.readObject();
        }
    }

    private static byte[] pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static void writeSecret(Path file, byte[] content) throws IOException {
        try (OutputStream output = secret(file)) {
            output.write(content);
        }
    }

    private static OutputStream secret(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
