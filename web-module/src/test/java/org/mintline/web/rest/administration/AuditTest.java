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
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.audit.AuditChain;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditLine;
import org.mintline.audit.AuditSearch;
import org.mintline.tenancy.OperatorId;

class AuditTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");
    private static final AuditLine LINE = new AuditLine(
            8,
            NOON,
            new AuditEvent(Optional.of(new OperatorId(1)), "es2plus:1.2", "downloadOrder", "profile:89", "done", ""),
            OptionalLong.empty());

    private final List<Object> asked = new ArrayList<>();
    private Optional<AuditChain.Break> firstBreak = Optional.empty();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(
                Map.of(AuditSearch.class, (AuditSearch) this::find, AuditChain.class, new OneChain()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_page_is_asked_for_with_all_its_conditions() throws Exception {
        JsonNode page = MAPPER.readTree(server.get("audit/lines?operator=1&actor=es2plus:1.2&action=downloadOrder"
                        + "&subject=profile:89&from=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z&limit=1")
                .body());

        assertThat(asked)
                .containsExactly(
                        new AuditSearch.Query(
                                Optional.of(new OperatorId(1)),
                                Optional.of("es2plus:1.2"),
                                Optional.of("downloadOrder"),
                                Optional.of("profile:89"),
                                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                Optional.of(Instant.parse("2026-01-02T00:00:00Z"))),
                        Optional.empty(),
                        1);
        assertThat(page.path("items")).isEqualTo(MAPPER.readTree("""
                        [{"number":8,"occurredAt":"2026-01-01T12:00:00.000001Z","operator":1,"actor":"es2plus:1.2",
                        "action":"downloadOrder","subject":"profile:89","outcome":"done","detail":""}]
                        """));
    }

    @Test
    void the_next_page_begins_where_the_one_before_ended() throws Exception {
        String next = MAPPER.readTree(server.get("audit/lines?limit=1").body())
                .path("next")
                .asText();

        assertThat(server.get("audit/lines?limit=1&after=" + next).statusCode()).isEqualTo(200);

        assertThat(asked.get(4)).isEqualTo(Optional.of(LINE).map(line -> List.of(line.occurredAt(), line.number())));
        assertThat(MAPPER.readTree(server.get("audit/lines?limit=2").body()).has("next"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "until=1", "operator=0", "limit=0", "limit=1001", "after=1", "after=x_1"})
    void a_condition_of_another_kind_is_a_bad_request(String query) {
        assertThat(server.get("audit/lines?" + query).statusCode()).isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @Test
    void the_verification_of_the_chain_says_what_it_found() throws Exception {
        assertThat(MAPPER.readTree(server.get("audit/verification").body()))
                .isEqualTo(MAPPER.readTree("{\"sealed\":5,\"intact\":true}"));

        firstBreak = Optional.of(new AuditChain.Break(AuditChain.Defect.REMOVED, 3, "the seal is gone"));

        assertThat(MAPPER.readTree(server.get("audit/verification").body()))
                .isEqualTo(MAPPER.readTree("{\"sealed\":5,\"intact\":false,\"defect\":\"REMOVED\",\"sealNumber\":3,"
                        + "\"explanation\":\"the seal is gone\"}"));
    }

    private List<AuditLine> find(AuditSearch.Query query, Optional<AuditLine> after, int most) {
        asked.addAll(List.of(query, after.map(line -> List.of(line.occurredAt(), line.number())), most));
        return List.of(LINE);
    }

    private final class OneChain implements AuditChain {
        @Override
        public Anchor end() {
            return new Anchor(5, new byte[32]);
        }

        @Override
        public Verification verify() {
            return new Verification(1, 5, firstBreak);
        }

        @Override
        public Verification verify(long first, long last) {
            return new Verification(first, last, firstBreak);
        }

        @Override
        public boolean holds(Anchor anchor) {
            return true;
        }
    }
}
