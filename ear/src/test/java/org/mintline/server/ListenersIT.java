package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS on the three listeners (SGP.22 v2.5, clause 2.6.6). */
@OnOneDatabase
@ExtendWith(ServerExtension.class)
class ListenersIT {
    private final RunningServer server;
    private final Path pki;

    ListenersIT(RunningServer server) {
        this.server = server;
        this.pki = server.home().resolve("pki");
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLSv1.3, TLS_AES_128_GCM_SHA256"})
    void es9plus_speaks_the_suites_of_the_standard(String protocol, String cipherSuite) throws Exception {
        SSLSession session = handshake(server.es9plus(), device(), protocol, cipherSuite);

        assertThat(session.getProtocol()).isEqualTo(protocol);
        assertThat(session.getCipherSuite()).isEqualTo(cipherSuite);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"})
    void a_suite_without_authenticated_encryption_is_refused(String protocol, String cipherSuite) {
        assertThatThrownBy(() -> handshake(server.es9plus(), device(), protocol, cipherSuite))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void es9plus_shows_a_certificate_that_the_certificate_issuer_issued() throws Exception {
        SSLSession session = handshake(server.es9plus(), device(), "TLSv1.3", "TLS_AES_128_GCM_SHA256");

        assertThat(session.getPeerCertificates()[0].getPublicKey().getAlgorithm())
                .isEqualTo("EC");
    }

    @Test
    void es2plus_takes_an_operator_with_a_certificate() throws Exception {
        Path operator = pki.resolve("operator");
        SSLContext client = TlsClient.trusting(
                operator.resolve("server-ca.pem"),
                operator.resolve("operator.pem"),
                operator.resolve("operator.key.pem"));

        assertThat(handshake(server.es2plus(), client, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
                        .getLocalCertificates())
                .hasSize(1);
    }

    @Test
    void es2plus_refuses_a_client_without_a_certificate() throws Exception {
        SSLContext client = TlsClient.trusting(pki.resolve("operator/server-ca.pem"));

        assertThatThrownBy(
                        () -> handshake(server.es2plus(), client, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .isInstanceOf(IOException.class);
    }

    private SSLContext device() throws Exception {
        return TlsClient.trusting(pki.resolve("certificate-issuers/ci-nist.pem"));
    }

    private static SSLSession handshake(URI listener, SSLContext client, String protocol, String cipherSuite)
            throws IOException {
        try (SSLSocket socket =
                (SSLSocket) client.getSocketFactory().createSocket(listener.getHost(), listener.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipherSuite});
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
