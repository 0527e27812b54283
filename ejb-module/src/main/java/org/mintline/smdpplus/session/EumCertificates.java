package org.mintline.smdpplus.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final class Accepted {
        private final CertificateVerifier verifier;
        private final Map<RspCertificate, CertificateVerifier.Verified> chains = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<RspCertificate, CertificateVerifier.Verified> eldest) {
                return size() > KEPT;
            }
        };

        Accepted(CertificateVerifier verifier) {
            this.verifier = verifier;
        }

        CertificateVerifier.Verified chain(RspCertificate eum, Instant at) {
            synchronized (chains) {
                CertificateVerifier.Verified known = chains.get(eum);
                if (known != null) {
                    return known;
                }
            }
            CertificateVerifier.Verified chain = verifier.verifyEum(eum, List.of(), at);
            synchronized (chains) {
                chains.put(eum, chain);
            }
            return chain;
        }
    }

    /** The chain of the certificate up to its CI. */
    CertificateVerifier.Verified verified(RspCertificate eum, Instant at) {
        CertificateVerifier verifier = verifier();
        Accepted current = accepted;
        if (current == null || current.verifier != verifier) {
            current = new Accepted(verifier);
            accepted = current;
        }
        return current.chain(eum, at);
    }

    /** The verifier under the CI certificates and CRLs that are loaded now. */
    CertificateVerifier verifier() {
        return keys.certificateVerifier();
    }
}
