package org.mintline.device.lpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.identification.ServerAddress;
import org.mintline.rsp.identification.SpecificationVersion;

/** Whom an LPA trusts over TLS, and how it reads refusals. */
class Es9PlusOverTlsTest {
    private static final String ADDRESS = "smdpplus.mintline.test";
    private static final String REFUSAL = "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Failed\","
            + "\"statusCodeData\":{\"subjectCode\":\"8.8.1\",\"reasonCode\":\"3.8\",\"message\":\"other address\"}}}}";
    private static final InitiateAuthenticationRequest REQUEST = new InitiateAuthenticationRequest(
            new byte[16], ADDRESS, EuiccInfo1.of(new SpecificationVersion(2, 5, 0), List.of(), List.of()));

    private final TestPki pki = TestPki.create(Cryptography.system(), TestPki.Parameters.of(ADDRESS, Instant.now()));
    private HttpsServer server;

    @BeforeEach
    void listen() throws Exception {
        serve(pki.es9plus());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_server_of_the_address_is_trusted_and_its_refusal_is_read() {
        assertThatThrownBy(() -> client(ADDRESS, pki).initiateAuthentication(REQUEST))
                .isInstanceOfSatisfying(Es9PlusException.class, refusal -> {
                    assertThat(refusal.subjectCode()).contains("8.8.1");
                    assertThat(refusal.reasonCode()).contains("3.8");
                });
    }

    @Test
    void a_server_of_another_address_is_not_trusted() {
        assertThatThrownBy(() -> client("other.mintline.test", pki).initiateAuthentication(REQUEST))
                .hasMessageContaining("not for other.mintline.test");
    }

    @Test
    void a_server_under_another_CI_is_not_trusted() {
        TestPki other = TestPki.create(Cryptography.system(), TestPki.Parameters.of(ADDRESS, Instant.now()));

        assertThatThrownBy(() -> client(ADDRESS, other).initiateAuthentication(REQUEST))
                .isInstanceOf(LpaException.class)
                .isNotInstanceOf(Es9PlusException.class);
    }

    @Test
    void a_certificate_of_another_role_is_not_trusted() throws Exception {
        server.stop(0);
        serve(pki.byCurve().get(EllipticCurve.NIST_P256).dpAuth());

        assertThatThrownBy(() -> client(ADDRESS, pki).initiateAuthentication(REQUEST))
                .isInstanceOf(LpaException.class)
                .isNotInstanceOf(Es9PlusException.class);
    }

    private Es9PlusClient client(String address, TestPki trusted) {
        List<RspCertificate> ci = List.of(trusted.byCurve()
                .get(EllipticCurve.NIST_P256)
                .certificateIssuer()
                .rspCertificate());
        int port = server.getAddress().getPort();
        ConnectTo connectTo = ConnectTo.parse(List.of(address + "=127.0.0.1:" + port));
        return new RspServers(ci, connectTo, RspServers.Binding.JSON).apply(ServerAddress.parse(address));
    }

    private void serve(KeyAndCertificate identity) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", identity.privateKey(), new char[0], new Certificate[] {identity.certificate()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = REFUSAL.getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        server.start();
    }
}
