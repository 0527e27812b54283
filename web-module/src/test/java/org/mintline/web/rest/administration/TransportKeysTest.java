package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.smdpplus.TransportKeys;
import org.mintline.smdpplus.imports.TransportKey.Algorithm;
import org.mintline.tenancy.OperatorId;

class TransportKeysTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String KEY = """
            {"index":3,"algorithm":"AES_128","key":"AAECAwQFBgcICQoLDA0ODw==","checkValue":"C6A13B"}""";

    private final Registered keys = new Registered();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(TransportKeys.class, keys));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_key_is_registered_and_never_shown() throws Exception {
        HttpResponse<String> registered = server.send("POST", "operators/1/transportKeys", KEY);
        HttpResponse<String> listed = server.get("operators/1/transportKeys");

        assertThat(registered.statusCode()).isEqualTo(200);
        JsonNode key = MAPPER.readTree(registered.body());
        assertThat(key.at("/checkValue").asText()).isEqualTo("C6A13B");
        assertThat(key.has("key")).isFalse();
        assertThat(MAPPER.readTree(listed.body())).containsExactly(key);
        assertThat(keys.lengths).containsExactly(16);
        assertThat(keys.actors).containsExactly("administration:admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"index\":10000", "\"checkValue\":\"C6A1\"", "\"algorithm\":\"DES\"", "\"key\":null"})
    void what_is_no_key_is_a_bad_request(String member) throws Exception {
        var body = MAPPER.readTree(KEY);
        var wrong = MAPPER.readerForUpdating(body).readTree("{" + member + "}");

        assertThat(server.send("POST", "operators/1/transportKeys", wrong.toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(keys.lengths).isEmpty();
    }

    @Test
    void a_number_that_is_taken_and_an_operator_that_is_not_there_are_told() {
        server.send("POST", "operators/1/transportKeys", KEY);

        assertThat(server.send("POST", "operators/1/transportKeys", KEY).statusCode())
                .isEqualTo(400);
        assertThat(server.send("POST", "operators/2/transportKeys", KEY).statusCode())
                .isEqualTo(404);
    }

    private static final class Registered implements TransportKeys {
        private final List<Description> all = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private final List<String> actors = new ArrayList<>();

        @Override
        public Description register(
                OperatorId operator, int index, Algorithm algorithm, byte[] key, String checkValue, String actor) {
            if (all.stream().anyMatch(known -> known.index() == index)) {
                throw new RefusedException("the number is taken");
            }
            Description added = new Description(index, algorithm, checkValue, Instant.EPOCH);
            all.add(added);
            lengths.add(key.length);
            actors.add(actor);
            return added;
        }

        @Override
        public List<Description> list(OperatorId operator) {
            return List.copyOf(all);
        }
    }
}
