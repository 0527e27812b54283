package org.mintline.device.https;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
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
public final class RspServerTrust extends X509ExtendedTrustManager {
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

    /** The TLS context of a client with this trust and no certificate of its own. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is missing", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
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

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a device has no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
