package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServerExtension.class)
class HealthIT {
    private static final Map<String, String> PRODUCTS = Map.of("h2", "\"H2\"", "postgresql", "\"PostgreSQL\"");

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

    private static HttpResponse<String> get(RunningServer server, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.management().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
