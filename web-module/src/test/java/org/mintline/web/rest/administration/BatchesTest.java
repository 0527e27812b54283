package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.bulk.DeviceEvent;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.smdpplus.Batches;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.batch.BatchItemState;
import org.mintline.smdpplus.batch.BatchState;
import org.mintline.tenancy.OperatorId;

class BatchesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BATCH = "0123456789ABCDEF0123456789ABCDEF";
    private static final String OTHER = "00000000000000000000000000000000";
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private final OneBatch batches = new OneBatch();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(Batches.class, batches));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_batch_is_ordered_by_amount_or_by_lists() {
        assertThat(server.send(
                                "POST",
                                "batches",
                                "{\"operator\":1,\"profileType\":\"iot\",\"amount\":5,\"lot\":\"lot-1\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(
                                "POST",
                                "batches",
                                "{\"operator\":1,\"profileType\":\"iot\",\"eids\":[\"1\",\"2\"],\"lot\":\"lot-1\",\"line\":\"a\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(batches.asked).containsExactly(order(5, List.of(), null), order(0, List.of("1", "2"), "a"));
    }

    private static Batches.Order order(int amount, List<String> eids, String line) {
        return new Batches.Order(
                AdministrationServer.OPERATOR,
                "iot",
                amount,
                List.of(),
                eids,
                "lot-1",
                Optional.ofNullable(line),
                "administration:admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"operator\":2,\"profileType\":\"iot\",\"amount\":5,\"lot\":\"lot-1\"}|404",
                "{\"operator\":1,\"profileType\":\"iot\",\"amount\":0,\"lot\":\"lot-1\"}|400",
                "{\"operator\":1,\"profileType\":\"iot\",\"amount\":5}|400",
                "{\"operator\":1,\"profileType\":\"none\",\"amount\":5,\"lot\":\"lot-1\"}|400"
            })
    void an_order_that_cannot_be_meant_is_refused(String body, int status) {
        assertThat(server.send("POST", "batches", body).statusCode()).isEqualTo(status);
    }

    @Test
    void progress_errors_and_profiles_are_to_be_seen() throws Exception {
        JsonNode batch = MAPPER.readTree(server.get("batches/" + BATCH).body());
        assertThat(batch.at("/state").asText()).isEqualTo("RUNNING");
        assertThat(batch.at("/profilesAnHour").asLong()).isEqualTo(36_000);
        assertThat(batch.at("/secondsLeft").asLong()).isEqualTo(7);
        assertThat(MAPPER.readTree(server.get("batches?operator=1").body())
                        .at("/items/0/batch")
                        .asText())
                .isEqualTo(BATCH);
        assertThat(MAPPER.readTree(
                        server.get("batches/" + BATCH + "/errors?after=3").body()))
                .isEqualTo(MAPPER.readTree("[{\"number\":4,\"line\":9,\"reason\":\"there is no such profile\"}]"));
        assertThat(MAPPER.readTree(server.get("batches/" + BATCH + "/profiles").body())
                        .at("/0/state")
                        .asText())
                .isEqualTo("BOUND");
        assertThat(MAPPER.readTree(server.get("batches/reports?iccid=" + OneProfile.ICCID)
                                .body())
                        .at("/0/event")
                        .asText())
                .isEqualTo("ENABLED");
        assertThat(server.get("batches/" + OTHER).statusCode()).isEqualTo(404);
        assertThat(server.get("batches/" + OTHER + "/errors").statusCode()).isEqualTo(404);
        assertThat(server.get("batches/zz").statusCode()).isEqualTo(400);
    }

    @Test
    void a_batch_is_cancelled_and_resumed_where_its_state_allows_it() {
        assertThat(server.send("POST", "batches/" + BATCH + "/cancel", "").statusCode())
                .isEqualTo(200);
        assertThat(server.send("POST", "batches/" + BATCH + "/resume", "").statusCode())
                .isEqualTo(409);
        assertThat(server.send("POST", "batches/" + OTHER + "/cancel", "").statusCode())
                .isEqualTo(404);
        assertThat(batches.asked).containsExactly("cancel administration:admin");
    }

    @Test
    void destinations_are_replaced_as_a_whole() throws Exception {
        String table = "{\"destinations\":[{\"profileClass\":\"TEST\",\"line\":\"a\"},{\"line\":\"b\"}]}";
        assertThat(MAPPER.readTree(
                        server.send("PUT", "operators/1/destinations", table).body()))
                .isEqualTo(MAPPER.readTree(table));
        assertThat(batches.asked)
                .containsExactly(List.of(
                        new Batches.Destination(Optional.of(ProfileClass.TEST), "a"),
                        new Batches.Destination(Optional.empty(), "b")));
        assertThat(server.get("operators/2/destinations").statusCode()).isEqualTo(404);
    }

    private static final class OneBatch implements Batches {
        private final List<Object> asked = new ArrayList<>();

        private static boolean isIt(BatchId batch) {
            return batch.toString().equals(BATCH);
        }

        private static Progress progress() {
            return new Progress(
                    7,
                    BatchId.of(BATCH),
                    AdministrationServer.OPERATOR,
                    "iot",
                    "lot-1",
                    "a",
                    BatchState.RUNNING,
                    100,
                    20,
                    10,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    "administration:admin",
                    NOON,
                    Optional.of(NOON),
                    Optional.of(NOON.plusSeconds(2)),
                    Optional.empty());
        }

        @Override
        public Progress order(Order order) {
            if (order.profileType().equals("none")) {
                throw new RefusedException("there is no such type");
            }
            asked.add(order);
            return progress();
        }

        @Override
        public Optional<Progress> find(Optional<OperatorId> operator, BatchId batch) {
            return Optional.of(progress()).filter(one -> isIt(batch));
        }

        @Override
        public ProfileCatalogue.Page<Progress> list(Optional<OperatorId> operator, OptionalLong after, int limit) {
            return new ProfileCatalogue.Page<>(List.of(progress()), OptionalLong.empty());
        }

        @Override
        public List<Batches.Error> errors(Optional<OperatorId> operator, BatchId batch, OptionalInt after, int limit) {
            return List.of(new Batches.Error(
                    after.orElse(0) + 1,
                    OptionalInt.of(9),
                    Optional.empty(),
                    Optional.empty(),
                    "there is no such profile"));
        }

        @Override
        public List<Item> items(Optional<OperatorId> operator, BatchId batch, OptionalInt after, int limit) {
            return List.of(
                    new Item(1, OneProfile.ICCID, "89".repeat(16), BatchItemState.BOUND, Optional.empty(), NOON));
        }

        @Override
        public List<Report> reports(Optional<OperatorId> operator, String iccid) {
            return List.of(
                    new Report(BatchId.of(BATCH), 1, DeviceEvent.ENABLED, NOON, "station 1", Optional.empty(), false));
        }

        @Override
        public Optional<Progress> cancel(Optional<OperatorId> operator, BatchId batch, String actor) {
            if (isIt(batch)) {
                asked.add("cancel " + actor);
            }
            return find(operator, batch);
        }

        @Override
        public Optional<Progress> resume(Optional<OperatorId> operator, BatchId batch, String actor) {
            throw new WrongStateException("a batch in state RUNNING takes no RESUME");
        }

        @Override
        public List<Destination> destinations(OperatorId operator) {
            return List.of();
        }

        @Override
        public List<Destination> replaceDestinations(
                OperatorId operator, List<Destination> destinations, String actor) {
            asked.add(destinations);
            return destinations;
        }
    }
}
