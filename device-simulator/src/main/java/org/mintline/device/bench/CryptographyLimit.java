package org.mintline.device.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.KeyPair;
import java.time.Duration;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;

/**
 * What the cryptography of one download costs on this machine and at this moment: the floor under any SM-DP+. One download
 * costs the server 3 signatures, 4 verifications, 1 key agreement and 1 key pair; TLS comes on top.
 *
 * @param provider who does the cryptography
 * @param aDownload CPU time of one thread
 */
public record CryptographyLimit(String provider, Duration aDownload) {
    private static final int SIGNATURES = 3;
    private static final int VERIFICATIONS = 4;
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 1000;
    private static final byte[] SIGNED = new byte[500];

    /** Measures it, for about a second. */
    public static CryptographyLimit measure(Cryptography cryptography, EllipticCurve curve) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        KeyPair own = cryptography.generateKeyPair(curve);
        KeyPair other = cryptography.generateKeyPair(curve);
        byte[] signature = cryptography.sign(own.getPrivate(), SIGNED);
        for (int i = 0; i < WARM_UP; i++) {
            downloadOnce(cryptography, curve, own, other, signature);
        }
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            downloadOnce(cryptography, curve, own, other, signature);
        }
        Duration spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        return new CryptographyLimit(cryptography.providerName(curve), spent.dividedBy(ROUNDS));
    }

    private static void downloadOnce(
            Cryptography cryptography, EllipticCurve curve, KeyPair own, KeyPair other, byte[] signature) {
        for (int i = 0; i < SIGNATURES; i++) {
            cryptography.sign(own.getPrivate(), SIGNED);
        }
        for (int i = 0; i < VERIFICATIONS; i++) {
            if (!cryptography.verify(own.getPublic(), signature, SIGNED)) {
                throw new IllegalStateException("the provider refuses its own signature");
            }
        }
        KeyPair ephemeral = cryptography.generateKeyPair(curve);
        cryptography.sharedSecret(ephemeral.getPrivate(), other.getPublic());
    }
}
