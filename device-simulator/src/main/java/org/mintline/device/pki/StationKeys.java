package org.mintline.device.pki;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/**
 * The key and certificate by which devices know a station over HTTPS.
 *
 * <pre>
 * station.key.pem, station.der|pem   on NIST P-256; the certificate is signed by itself, as devices know it as a whole
 * </pre>
 */
public final class StationKeys {
    private static final String NAME = "station";

    private StationKeys() {}

    /**
     * Makes them.
     *
     * @throws FileAlreadyExistsException if there is a key already
     */
    public static void write(Path folder, Cryptography cryptography, Instant from) throws IOException {
        Path key = folder.resolve(NAME + ".key.pem");
        if (Files.exists(key)) {
            throw new FileAlreadyExistsException(key.toString());
        }
        KeyAndCertificate station = CertificateTemplate.of("Mintline Test Factory", NAME)
                .valid(from, RspPki.LIFETIME)
                .endEntity()
                .tls(KeyPurposeId.id_kp_serverAuth)
                .selfSigned(cryptography, EllipticCurve.NIST_P256);
        try {
            KeyFiles.certificate(folder, NAME, station.certificate());
            KeyFiles.privateKey(key, station.privateKey());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot write the station's certificate", e);
        }
    }

    /**
     * The TLS context of a server with them.
     *
     * @param key in PEM
     * @param certificate in DER
     * @throws IOException if one of them is not there or is something else
     */
    public static SSLContext context(Path key, Path certificate) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            KeyAndCertificate station = KeyFiles.read(key, certificate, Cryptography.bouncyCastle());
            store.setKeyEntry(
                    NAME, station.privateKey(), new char[0], new java.security.cert.Certificate[] {station.certificate()
                    });
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the station's key cannot be used: " + e.getMessage(), e);
        }
    }
}
