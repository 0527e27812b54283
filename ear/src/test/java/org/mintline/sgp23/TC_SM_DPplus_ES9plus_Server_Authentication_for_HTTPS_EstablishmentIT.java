package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.device.https.RspServerTrust;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** TC_SM-DP+_ES9+_Server_Authentication_for_HTTPS_EstablishmentNIST and ...BRP (SGP.23, clause 4.3.17). */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_Server_Authentication_for_HTTPS_EstablishmentIT {
    private static final String HOST = SimulatedDevice.ADDRESS.host().toString().toLowerCase(Locale.ROOT);
    private static final String REQUEST = """
            POST /gsma/rsp2/es9plus/initiateAuthentication HTTP/1.1\r
            Host: %s\r
            Content-Type: application/json\r
            X-Admin-Protocol: gsma/rsp/v2.5.0\r
            Content-Length: 2\r
            Connection: close\r
            \r
            {}""".formatted(HOST);

    private final RunningServer server;

    TC_SM_DPplus_ES9plus_Server_Authentication_for_HTTPS_EstablishmentIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLSv1.3, TLS_AES_128_GCM_SHA256"
    })
    void case_01_NIST(String protocol, String cipherSuite) throws Exception {
        SSLContext device = trust("ci-nist").context();

        isEstablished(device, server.es9plus(), protocol, cipherSuite, EllipticCurve.NIST_P256);
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLSv1.3, TLS_AES_128_GCM_SHA256"
    })
    void case_01_BRP(String protocol, String cipherSuite) throws Exception {
        SSLContext device = brainpoolContext(trust("ci-brainpool"));

        isEstablished(device, server.es9plusBrainpool(), protocol, cipherSuite, EllipticCurve.BRAINPOOL_P256R1);
    }

    /** The client checks chain, role and host name as an LPA does; over the connection, ES9+ answers. */
    private static void isEstablished(
            SSLContext device, URI listener, String protocol, String cipherSuite, EllipticCurve curve)
            throws Exception {
        try (SSLSocket socket =
                (SSLSocket) device.getSocketFactory().createSocket(listener.getHost(), listener.getPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(HOST)));
            parameters.setProtocols(new String[] {protocol});
            parameters.setCipherSuites(new String[] {cipherSuite});
            socket.setSSLParameters(parameters);

            socket.startHandshake();

            SSLSession session = socket.getSession();
            assertThat(session.getProtocol()).isEqualTo(protocol);
            assertThat(session.getCipherSuite()).isEqualTo(cipherSuite);
            RspCertificate shown = RspCertificate.decode(session.getPeerCertificates()[0].getEncoded());
            assertThat(shown.roles()).containsExactly(CertificateRole.DP_TLS);
            assertThat(shown.dnsNames()).contains(HOST);
            assertThat(shown.curve()).isEqualTo(curve);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("X-Admin-Protocol", "\"Failed\"");
        }
    }

    private RspServerTrust trust(String issuer) throws IOException {
        Path pki = server.home().resolve("pki/certificate-issuers");
        RspCertificate trusted = RspCertificate.decode(Files.readAllBytes(pki.resolve(issuer + ".der")));
        return new RspServerTrust(HOST, List.of(trusted), Clock.systemUTC());
    }

    private static SSLContext brainpoolContext(RspServerTrust trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS", new BouncyCastleJsseProvider(new BouncyCastleProvider()));
        context.init(null, new TrustManager[] {trust}, null);
        return context;
    }
}
