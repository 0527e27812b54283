package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.smdpplus.EuiccLots;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.tenancy.OperatorId;

class LotsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant EXPIRY = Instant.parse("2027-02-01T00:00:00Z");

    private final OneLot lots = new OneLot();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(EuiccLots.class, lots));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_lot_is_made_for_operators_until_a_time() throws Exception {
        HttpResponse<String> made = server.send(
                "POST", "lots", "{\"name\":\"lot-1\",\"operators\":[1],\"keysExpireAt\":\"2027-02-01T00:00:00Z\"}");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(made.body()).at("/id").asLong()).isEqualTo(7);
        assertThat(lots.asked)
                .containsExactly("lot-1", Set.of(AdministrationServer.OPERATOR), EXPIRY, "administration:admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"lot-1\",\"operators\":[],\"keysExpireAt\":\"2027-02-01T00:00:00Z\"}",
                "{\"name\":\"\",\"operators\":[1],\"keysExpireAt\":\"2027-02-01T00:00:00Z\"}",
                "{\"name\":\"lot-1\",\"operators\":[1],\"keysExpireAt\":\"tomorrow\"}",
                "{\"name\":\"taken\",\"operators\":[1],\"keysExpireAt\":\"2027-02-01T00:00:00Z\"}",
                "{\"name\":\"lot-1\",\"operators\":[1]}"
            })
    void a_lot_that_cannot_be_meant_is_refused(String body) {
        assertThat(server.send("POST", "lots", body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_file_of_keys_is_handed_over_as_it_comes_and_bad_eUICCs_are_told() throws Exception {
        JsonNode received = MAPPER.readTree(server.upload("lots/7/keys", "keys").body());
        assertThat(lots.asked).containsExactly("keys", "administration:admin");
        assertThat(received)
                .isEqualTo(MAPPER.readTree(
                        "{\"euiccs\":2,\"newKeys\":20,\"rejected\":1,\"bad\":[{\"number\":3,\"reason\":\"forged\"}]}"));
        assertThat(server.upload("lots/8/keys", "keys").statusCode()).isEqualTo(404);
    }

    @Test
    void a_lot_shows_how_many_keys_are_in_each_state() throws Exception {
        JsonNode lot = MAPPER.readTree(server.get("lots/7").body());
        assertThat(lot.at("/keys/FREE").asLong()).isEqualTo(18);
        assertThat(lot.at("/lot/operators/0").asLong()).isEqualTo(1);
        assertThat(MAPPER.readTree(server.get("lots?operator=1").body())
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("lot-1");
        assertThat(MAPPER.readTree(server.get("lots/7/keys?limit=1").body())
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("CLAIMED");
        assertThat(server.get("lots/8").statusCode()).isEqualTo(404);
        assertThat(server.get("lots/7/keys?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void a_proof_of_deletion_tells_which_profiles_came_back() throws Exception {
        assertThat(MAPPER.readTree(server.upload("lots/deletedKeys", "proof").body())
                        .at("/backInStock/0")
                        .asText())
                .isEqualTo(OneProfile.ICCID);
        assertThat(server.upload("lots/deletedKeys", "forged").statusCode()).isEqualTo(400);
    }

    private static final class OneLot implements EuiccLots {
        private final List<Object> asked = new ArrayList<>();

        @Override
        public Lot create(String name, Set<OperatorId> operators, Instant keysExpireAt, String actor) {
            if (name.equals("taken")) {
                throw new RefusedException("there is a lot of that name");
            }
            asked.addAll(List.of(name, operators, keysExpireAt, actor));
            return lot();
        }

        @Override
        public Optional<Detail> find(Optional<OperatorId> operator, long id) {
            return id == 7
                    ? Optional.of(new Detail(lot(), 2, Map.of(KeyState.FREE, 18L, KeyState.CLAIMED, 2L)))
                    : Optional.empty();
        }

        @Override
        public ProfileCatalogue.Page<Lot> list(Optional<OperatorId> operator, OptionalLong after, int limit) {
            return new ProfileCatalogue.Page<>(List.of(lot()), OptionalLong.empty());
        }

        @Override
        public ProfileCatalogue.Page<Key> keys(Optional<OperatorId> operator, long lot, OptionalLong after, int limit) {
            Key key = new Key(
                    1, "00".repeat(16), "89".repeat(16), KeyState.CLAIMED, Optional.of(OneProfile.ICCID), EXPIRY);
            return new ProfileCatalogue.Page<>(List.of(key), OptionalLong.of(1));
        }

        @Override
        public Received receive(long lot, InputStream content, String actor) throws IOException {
            asked.addAll(List.of(new String(content.readAllBytes(), StandardCharsets.UTF_8), actor));
            return new Received(2, 20, 1, List.of(new BadEuicc(3, "forged")));
        }

        @Override
        public Deleted deleted(byte[] response, String actor) {
            if (!new String(response, StandardCharsets.UTF_8).equals("proof")) {
                throw new RefusedException("forged");
            }
            return new Deleted("89".repeat(16), 1, List.of(OneProfile.ICCID));
        }

        private static Lot lot() {
            return new Lot(7, "lot-1", Set.of(AdministrationServer.OPERATOR), EXPIRY, "administration:admin", EXPIRY);
        }
    }
}
