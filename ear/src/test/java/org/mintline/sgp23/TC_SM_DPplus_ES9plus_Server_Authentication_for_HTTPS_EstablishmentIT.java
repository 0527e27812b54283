package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.device.https.RspServerTrust;
import org.mintline.rsp.certificate.CertificateRole;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** TC_SM-DP+_ES9+_Server_Authentication_for_HTTPS_EstablishmentNIST (SGP.23, clause 4.3.17). */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_Server_Authentication_for_HTTPS_EstablishmentIT {
    private static final String HOST = SimulatedDevice.ADDRESS.host().toString().toLowerCase(Locale.ROOT);

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
        Path pki = server.home().resolve("pki/certificate-issuers");
        RspCertificate issuer = RspCertificate.decode(Files.readAllBytes(pki.resolve("ci-nist.der")));

        SSLSession session = handshake(issuer, protocol, cipherSuite);

        assertThat(session.getProtocol()).isEqualTo(protocol);
        assertThat(session.getCipherSuite()).isEqualTo(cipherSuite);
        RspCertificate shown = RspCertificate.decode(session.getPeerCertificates()[0].getEncoded());
        assertThat(shown.roles()).containsExactly(CertificateRole.DP_TLS);
        assertThat(shown.dnsNames()).contains(HOST);
        assertThat(shown.curve()).isEqualTo(EllipticCurve.NIST_P256);
    }

    /** The client checks chain, role and host name as an LPA does. */
    private SSLSession handshake(RspCertificate issuer, String protocol, String cipherSuite) throws IOException {
        RspServerTrust trust = new RspServerTrust(HOST, List.of(issuer), Clock.systemUTC());
        try (SSLSocket socket = (SSLSocket) trust.context()
                .getSocketFactory()
                .createSocket(server.es9plus().getHost(), server.es9plus().getPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(HOST)));
            parameters.setProtocols(new String[] {protocol});
            parameters.setCipherSuites(new String[] {cipherSuite});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
