package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.server.TlsClient;

/** TLS with mutual authentication, server (SGP.23, clause 4.3.6). */
@ExtendWith(ServerExtension.class)
class TC_ES2Plus_MutualAuthenticationIT {
    private final SimulatedOperator operator;
    private final Path pki;

    TC_ES2Plus_MutualAuthenticationIT(RunningServer server) {
        operator = SimulatedOperator.at(server);
        pki = server.home().resolve("pki");
    }

    @Test
    void TC_ES2Plus_Wrong_Client_Cert() throws Exception {
        HttpClient foreign = HttpClient.newBuilder()
                .sslContext(
                        TlsClient.trusting(pki.resolve("operator/server-ca.pem"), foreign(".pem"), foreign(".key.pem")))
                .build();

        assertThat(outcome(foreign)).isIn("TLS", "401", "403");
    }

    @Test
    void a_client_without_a_certificate_is_refused() throws Exception {
        HttpClient nameless = HttpClient.newBuilder()
                .sslContext(TlsClient.trusting(pki.resolve("operator/server-ca.pem")))
                .build();

        assertThat(outcome(nameless)).isIn("TLS", "401", "403");
    }

    private String outcome(HttpClient client) throws InterruptedException {
        try {
            return ""
                    + operator.send(client, "releaseProfile", SimulatedOperator.request())
                            .statusCode();
        } catch (IOException e) {
            return "TLS";
        }
    }

    /** A file of an eUICC, whose certificate no operator's CA has issued. */
    private Path foreign(String ending) throws IOException {
        try (Stream<Path> files = Files.list(pki.resolve("euicc-nist"))) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{32}" + ending.replace(".", "\\.")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
