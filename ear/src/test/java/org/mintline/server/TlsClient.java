package org.mintline.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS as the clients of the test PKI speak it: whom they trust, and who they are. */
public final class TlsClient {
    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    private TlsClient() {}

    /** Trusts one certificate, and shows none. */
    public static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        return context(trust(certificate), null);
    }

    /** Trusts one certificate, and shows another. */
    public static SSLContext trusting(Path certificate, Path ownCertificate, Path ownKey)
            throws IOException, GeneralSecurityException {
        KeyStore keys = empty();
        keys.setKeyEntry("client", key(ownKey), IN_MEMORY, new Certificate[] {certificate(ownCertificate)});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, IN_MEMORY);
        return context(trust(certificate), managers);
    }

    private static SSLContext context(TrustManagerFactory trust, KeyManagerFactory keys)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static TrustManagerFactory trust(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setCertificateEntry("trusted", certificate(certificate));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        try (var input = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(input);
        }
    }

    private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        byte[] der = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
