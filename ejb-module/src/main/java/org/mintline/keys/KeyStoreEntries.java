package org.mintline.keys;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.mintline.rsp.crypto.Signer;

/** Reads the private keys of a key store with their certificates. */
final class KeyStoreEntries {
    private static final int MOST = 1_000;

    private KeyStoreEntries() {}

    /**
     * All of them, by the order of their aliases.
     *
     * @param source what the store is called, for people
     * @param passphrase of the keys
     * @param signers makes of a key what signs with it
     */
    static List<HeldKey> read(String source, KeyStore store, char[] passphrase, Function<PrivateKey, Signer> signers)
            throws GeneralSecurityException {
        List<HeldKey> keys = new ArrayList<>();
        for (String alias : new TreeSet<>(Collections.list(store.aliases()))) {
            Key key = store.isKeyEntry(alias) && keys.size() < MOST ? store.getKey(alias, passphrase) : null;
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey privateKey && chain != null && chain.length > 0) {
                List<X509Certificate> certificates = new ArrayList<>();
                for (Certificate certificate : chain) {
                    certificates.add(readAgain(certificate));
                }
                keys.add(new HeldKey(source + " " + alias, certificates, signers.apply(privateKey)));
            }
        }
        return keys;
    }

    /** Tokens hand out certificates of the JDK, which cannot read brainpool keys. */
    private static X509Certificate readAgain(Certificate certificate) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", new BouncyCastleProvider())
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }
}
