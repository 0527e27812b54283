package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.RspServers;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.identification.ServerAddress;

@ExtendWith(ServerExtension.class)
class HealthIT {
    private static final Map<String, String> PRODUCTS = Map.of("h2", "\"H2\"", "postgresql", "\"PostgreSQL\"");

    private static final String EUICC_INFO_1 =
            "BF2035" + "8203020200" + "A916" + "0414" + "00".repeat(20) + "AA16" + "0414" + "00".repeat(20);

    @Test
    void readiness_names_the_database_and_the_crypto_provider(RunningServer server) throws Exception {
        HttpResponse<String> health = get(server, "/health/ready");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("\"database\"", PRODUCTS.get(server.database()))
                .contains("\"cryptography\"", "NIST_P256", "BRAINPOOL_P256R1");
    }

    @Test
    void the_server_is_live(RunningServer server) throws Exception {
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_are_in_the_prometheus_format(RunningServer server) throws Exception {
        HttpResponse<String> metrics = get(server, "/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).containsPattern("(?m)^# TYPE \\w+ (gauge|counter|summary)$");
        assertThat(metrics.body()).containsPattern("(?m)^datasources_pool_in_use_count\\{.*name=\"Mintline\".*} \\d");
    }

    @Test
    void metrics_count_the_functions_by_outcome(RunningServer server) throws Exception {
        assertThatThrownBy(() -> askAtWrongAddress(server)).hasMessageContaining("8.8.1");

        assertThat(get(server, "/metrics").body())
                .contains("mintline_function_seconds_count{", "outcome=\"8.8.1/3.8\"");
    }

    private static void askAtWrongAddress(RunningServer server) throws IOException {
        byte[] issuer = Files.readAllBytes(server.home().resolve("pki/certificate-issuers/ci-nist.der"));
        ServerAddress address = ServerAddress.parse("smdpplus.mintline.test");
        ConnectTo here = ConnectTo.parse(
                List.of(address.host() + "=127.0.0.1:" + server.es9plus().getPort()));
        new RspServers(List.of(RspCertificate.decode(issuer)), here, RspServers.Binding.JSON)
                .apply(address)
                .initiateAuthentication(new InitiateAuthenticationRequest(
                        new byte[16],
                        "elsewhere.example.com",
                        EuiccInfo1.decode(HexFormat.of().parseHex(EUICC_INFO_1))));
    }

    private static HttpResponse<String> get(RunningServer server, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.management().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
