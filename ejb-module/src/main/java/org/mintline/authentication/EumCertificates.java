package org.mintline.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.mintline.cache.RecentlyUsed;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;

/**
 * EUM certificates that were verified: there are few of them in the world, and each is verified once. Their time and revocation
 * are looked at again with every eUICC. Those of forgers never get in, so they push nobody out.
 */
@ApplicationScoped
public class EumCertificates {
    private static final int KEPT = 1_000;

    private SmDpPlusKeys keys;
    private volatile Accepted accepted;

    /** For the container. */
    protected EumCertificates() {}

    /** Under the CIs of the given keys. */
    @Inject
    public EumCertificates(SmDpPlusKeys keys) {
        this.keys = keys;
    }

    /** What one verifier has accepted; another one begins anew. */
    private record Accepted(
            CertificateVerifier verifier, RecentlyUsed<ByteBuffer, CertificateVerifier.Verified> chains) {
        CertificateVerifier.Verified chain(byte[] eum, Instant at) {
            return chains.get(
                    ByteBuffer.wrap(eum), octets -> verifier.verifyEum(RspCertificate.decode(eum), List.of(), at));
        }
    }

    /**
     * The chain of the certificate up to its CI.
     *
     * @param eum CERT.EUM, DER; not to be changed afterwards
     * @throws org.mintline.rsp.tlv.DecodeException if it cannot be read
     * @throws org.mintline.rsp.certificate.CertificateRejectedException if it does not hold
     */
    CertificateVerifier.Verified verified(byte[] eum, Instant at) {
        CertificateVerifier verifier = verifier();
        Accepted current = accepted;
        if (current == null || current.verifier() != verifier) {
            current = new Accepted(verifier, new RecentlyUsed<>(KEPT));
            accepted = current;
        }
        return current.chain(eum, at);
    }

    /** The verifier under the CI certificates and CRLs that are loaded now. */
    CertificateVerifier verifier() {
        return keys.certificateVerifier();
    }
}
