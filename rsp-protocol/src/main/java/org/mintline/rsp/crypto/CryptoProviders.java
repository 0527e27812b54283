package org.mintline.rsp.crypto;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Finds the providers once; afterwards they are held as objects, and no call looks one up by name. */
final class CryptoProviders {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    /** AES: the JDK's own, which has the processor's instructions; measured in ADR 0010. */
    static final Provider AES = jdkProvider("SunJCE");

    /** SHA-256, likewise. */
    static final Provider DIGEST = jdkProvider("SUN");

    private static final Logger LOG = System.getLogger(CryptoProviders.class.getName());
    private static final String CORRETTO_NAME = "AmazonCorrettoCryptoProvider";
    private static final String CORRETTO_CLASS = "com.amazon.corretto.crypto.provider." + CORRETTO_NAME;

    private CryptoProviders() {}

    /** Amazon Corretto Crypto Provider, if its class is there, its native library loads and its self-test passes. */
    static Optional<Provider> corretto() {
        try {
            Provider registered = Security.getProvider(CORRETTO_NAME);
            Provider provider = registered != null
                    ? registered
                    : (Provider)
                            Class.forName(CORRETTO_CLASS).getField("INSTANCE").get(null);
            provider.getClass().getMethod("assertHealthy").invoke(provider);
            return Optional.of(provider);
        } catch (ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "Amazon Corretto Crypto Provider is not installed");
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.WARNING, "Amazon Corretto Crypto Provider cannot be used on this machine", e);
        }
        return Optional.empty();
    }

    private static Provider jdkProvider(String name) {
        Provider provider = Security.getProvider(name);
        return provider != null ? provider : BOUNCY_CASTLE;
    }
}
