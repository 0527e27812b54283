package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileImports;
import org.mintline.smdpplus.imports.ImportFormat;
import org.mintline.tenancy.OperatorId;

class ImportsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = "iccid,imsi\n8949000000000000009,001010000000001\n";

    private final OneImport imports = new OneImport();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(ProfileImports.class, imports));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_file_is_handed_over_as_it_comes() throws Exception {
        HttpResponse<String> received = post("operator=1&profileType=consumer&fileName=batch.csv&format=CSV");

        assertThat(received.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(received.body()).at("/id").asLong()).isEqualTo(7);
        assertThat(imports.received)
                .containsExactly(
                        AdministrationServer.OPERATOR,
                        "consumer",
                        "batch.csv",
                        ImportFormat.CSV,
                        FILE,
                        "administration:admin");
    }

    @ParameterizedTest
    @CsvSource({
        "operator=2&profileType=consumer&fileName=a&format=CSV,404",
        "profileType=consumer&fileName=a&format=CSV,404",
        "operator=1&fileName=a&format=CSV,400",
        "operator=1&profileType=consumer&format=CSV,400",
        "operator=1&profileType=consumer&fileName=a&format=XLS,400",
        "operator=1&profileType=unknown&fileName=a&format=CSV,400",
    })
    void what_is_not_said_as_it_has_to_be_is_refused(String query, int status) {
        assertThat(post(query).statusCode()).isEqualTo(status);
        assertThat(imports.received).isEmpty();
    }

    @Test
    void progress_and_bad_lines_are_to_be_seen() throws Exception {
        assertThat(MAPPER.readTree(server.get("imports/7").body()).at("/state").asText())
                .isEqualTo("RUNNING");
        assertThat(MAPPER.readTree(server.get("imports?operator=1&limit=5").body())
                        .at("/items/0/accepted")
                        .asLong())
                .isEqualTo(10);
        assertThat(MAPPER.readTree(server.get("imports/7/badLines?after=2").body()))
                .isEqualTo(MAPPER.readTree("[{\"line\":3,\"reason\":\"the check digit is wrong\"}]"));
        assertThat(server.get("imports/8").statusCode()).isEqualTo(404);
        assertThat(server.get("imports/8/badLines").statusCode()).isEqualTo(404);
        assertThat(server.get("imports?limit=0").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String query) {
        return server.upload("imports?" + query, FILE);
    }

    private static final class OneImport implements ProfileImports {
        private final List<Object> received = new ArrayList<>();

        @Override
        public long receive(
                OperatorId operator,
                String profileType,
                String fileName,
                ImportFormat format,
                InputStream content,
                String requestedBy)
                throws IOException {
            if (!profileType.equals("consumer")) {
                throw new RefusedException("there is no such type");
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            received.addAll(List.of(operator, profileType, fileName, format, text, requestedBy));
            return 7;
        }

        @Override
        public Optional<Progress> find(Optional<OperatorId> operator, long id) {
            return id == 7 ? Optional.of(progress()) : Optional.empty();
        }

        @Override
        public ProfileCatalogue.Page<Progress> list(Optional<OperatorId> operator, OptionalLong after, int limit) {
            return new ProfileCatalogue.Page<>(List.of(progress()), OptionalLong.empty());
        }

        @Override
        public List<BadLine> badLines(Optional<OperatorId> operator, long id, OptionalLong after, int limit) {
            return List.of(new BadLine(after.orElse(0) + 1, "the check digit is wrong"));
        }

        private static Progress progress() {
            return new Progress(
                    7,
                    AdministrationServer.OPERATOR,
                    "consumer",
                    "batch.csv",
                    State.RUNNING,
                    1000,
                    500,
                    10,
                    1,
                    Optional.empty(),
                    "administration:admin",
                    Instant.EPOCH,
                    Optional.empty());
        }
    }
}
