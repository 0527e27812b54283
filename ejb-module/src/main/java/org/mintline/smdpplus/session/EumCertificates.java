package org.mintline.smdpplus.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;

/**
 * EUM certificates that were verified: there are few of them in the world, and each is verified once. Their time and revocation
 * are looked at again with every eUICC. Those of forgers never get in, so they push nobody out.
 */
@ApplicationScoped
public class EumCertificates {
    private static final int KEPT = 1_000;

    private SmDpPlusKeys keys;
    private Cryptography cryptography;
    private volatile Trust trust;

    private final Map<RspCertificate, CertificateVerifier.Verified> verified = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RspCertificate, CertificateVerifier.Verified> eldest) {
            return size() > KEPT;
        }
    };

    /** For the container. */
    protected EumCertificates() {}

    /** Of the given parts. */
    @Inject
    public EumCertificates(SmDpPlusKeys keys, Cryptography cryptography) {
        this.keys = keys;
        this.cryptography = cryptography;
    }

    private record Trust(List<X509Certificate> issuers, CertificateVerifier verifier) {}

    /** The chain of the certificate up to its CI. */
    CertificateVerifier.Verified verified(RspCertificate eum, Instant at) {
        CertificateVerifier verifier = verifier();
        synchronized (verified) {
            CertificateVerifier.Verified known = verified.get(eum);
            if (known != null) {
                return known;
            }
        }
        CertificateVerifier.Verified chain = verifier.verifyEum(eum, List.of(), at);
        synchronized (verified) {
            verified.put(eum, chain);
        }
        return chain;
    }

    /** The verifier under the CI certificates that are trusted now. */
    CertificateVerifier verifier() {
        List<X509Certificate> issuers = keys.certificateIssuers();
        Trust current = trust;
        if (current == null || !current.issuers().equals(issuers)) {
            List<RspCertificate> anchors =
                    issuers.stream().map(RspCertificate::of).toList();
            current = new Trust(
                    List.copyOf(issuers), new CertificateVerifier(cryptography, new TrustAnchors(anchors), List.of()));
            synchronized (verified) {
                verified.clear();
            }
            trust = current;
        }
        return current.verifier();
    }
}
