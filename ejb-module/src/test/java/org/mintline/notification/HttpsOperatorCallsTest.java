package org.mintline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mintline.device.pki.KeyAndCertificate;
import org.mintline.device.pki.TestPki;
import org.mintline.notification.OperatorCalls.Outcome;
import org.mintline.rsp.crypto.Cryptography;

class HttpsOperatorCallsTest {
    private static final TestPki PKI =
            TestPki.create(Cryptography.bouncyCastle(), TestPki.Parameters.of("smdpplus.mintline.test", Instant.now()));
    private static final String FUNCTION = "handleDownloadProgressInfo";

    private OperatorServer server;

    @BeforeEach
    void an_operators_server_that_takes_everything() throws Exception {
        server = new OperatorServer(tls(PKI.es2plus(), PKI.operatorAuthority().certificate()), body -> 204);
    }

    @AfterEach
    void the_server_is_gone() {
        server.close();
    }

    private static SSLContext tls(KeyAndCertificate own, X509Certificate trusted) throws Exception {
        char[] passphrase = "passphrase".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (own != null) {
            store.setKeyEntry("own", own.privateKey(), passphrase, new X509Certificate[] {own.certificate()});
        }
        store.setCertificateEntry("trusted", trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, passphrase);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static Outcome call(SSLContext tls, URI address, Duration timeout) throws Exception {
        return new HttpsOperatorCalls(tls, timeout, ForkJoinPool.commonPool())
                .call(address, FUNCTION, "{\"iccid\":\"8944\"}")
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static SSLContext known() throws Exception {
        return tls(PKI.operator(), PKI.serverAuthority().certificate());
    }

    @Test
    void a_call_is_a_post_below_the_callback_address_with_the_protocols_version() throws Exception {
        Outcome outcome = call(known(), server.address(), Duration.ofSeconds(20));

        assertThat(outcome).isEqualTo(Outcome.taken());
        assertThat(server.paths())
                .containsExactly("POST /base/gsma/rsp2/es2plus/handleDownloadProgressInfo gsma/rsp/v2.5.0");
        assertThat(server.taken()).containsExactly("{\"iccid\":\"8944\"}");
    }

    @Test
    void only_200_and_204_are_success() throws Exception {
        for (int status : new int[] {200, 204}) {
            server.answer(body -> status);
            assertThat(call(known(), server.address(), Duration.ofSeconds(20))).isEqualTo(Outcome.taken());
        }
        for (int status : new int[] {201, 302, 400, 404, 500, 503}) {
            server.answer(body -> status);
            assertThat(call(known(), server.address(), Duration.ofSeconds(20))).isEqualTo(Outcome.refused(status));
        }
    }

    @Test
    void without_a_client_certificate_or_with_an_untrusted_server_there_is_no_call() throws Exception {
        SSLContext nobody = tls(null, PKI.serverAuthority().certificate());
        SSLContext distrusting = tls(PKI.operator(), PKI.operatorAuthority().certificate());

        assertThat(call(nobody, server.address(), Duration.ofSeconds(20)).reached())
                .isFalse();
        assertThat(call(distrusting, server.address(), Duration.ofSeconds(20)).failure())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("TLS"));
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void a_server_that_does_not_answer_costs_no_more_than_the_timeout() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        server.answer(body -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 204;
        });

        assertThat(call(known(), server.address(), Duration.ofMillis(300)))
                .isEqualTo(Outcome.unreachable("no answer in time"));
    }

    @Test
    void a_server_that_is_not_there_is_no_connection() throws Exception {
        URI address = server.address();
        server.close();

        assertThat(call(known(), address, Duration.ofSeconds(20))).isEqualTo(Outcome.unreachable("no connection"));
    }
}
