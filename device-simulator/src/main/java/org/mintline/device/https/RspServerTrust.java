package org.mintline.device.https;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.mintline.rsp.certificate.CertificateRejectedException;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.CertificateVerifier;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.certificate.TrustAnchors;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.tlv.DecodeException;

/**
 * Trusts the server of one address if it presents CERT.DP.TLS or CERT.DS.TLS for that address, issued under a CI key that the eUICC
 * trusts (SGP.22 v2.5, clauses 2.6.6 and 4.5.2.1).
 */
public final class RspServerTrust extends ServerTrust {
    private final String host;
    private final CertificateVerifier verifier;
    private final Clock clock;

    /**
     * @param host the name in the server's address, without a port
     * @param ciCertificates certificates of the CI keys on the eUICC
     * @param clock the time at which certificates have to be valid
     */
    public RspServerTrust(String host, Collection<RspCertificate> ciCertificates, Clock clock) {
        this.host = host;
        this.verifier = new CertificateVerifier(Cryptography.system(), new TrustAnchors(ciCertificates), List.of());
        this.clock = clock;
    }

    @Override
    void check(X509Certificate[] chain) throws CertificateException {
        try {
            RspCertificate server = RspCertificate.of(chain[0]);
            List<RspCertificate> others =
                    Arrays.stream(chain).skip(1).map(RspCertificate::of).toList();
            CertificateRole role =
                    server.roles().contains(CertificateRole.DS_TLS) ? CertificateRole.DS_TLS : CertificateRole.DP_TLS;
            verifier.verify(role, server, others, clock.instant());
            if (server.dnsNames().stream().noneMatch(host::equalsIgnoreCase)) {
                throw new CertificateException("the server's certificate is not for " + host);
            }
        } catch (CertificateRejectedException | DecodeException e) {
            throw new CertificateException("the server's certificate is refused: " + e.getMessage(), e);
        }
    }
}
