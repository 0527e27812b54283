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
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mintline.line.DeadLetter;
import org.mintline.line.LineBacklog;
import org.mintline.line.LineStatus;
import org.mintline.line.Lines;

class LinesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OneLine lines = new OneLine();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(Lines.class, lines));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lines_are_shown_with_state_backlog_and_last_error() throws Exception {
        JsonNode line = MAPPER.readTree(server.get("lines").body()).get(0);

        assertThat(line.at("/name").asText()).isEqualTo("factory-1");
        assertThat(line.at("/state").asText()).isEqualTo("REFUSED");
        assertThat(line.at("/lastError").asText()).isEqualTo("the other end does not have the key set");
        assertThat(line.at("/backlogBytes").asLong()).isEqualTo(80_000);
        assertThat(line.has("provenAt")).isFalse();
    }

    @Test
    void a_line_is_held_and_released() {
        assertThat(server.send("PUT", "lines/factory-1/hold", "{\"paused\":true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(lines.done).containsExactly("pause factory-1 true");
        assertThat(server.send("PUT", "lines/factory-1/hold", "{}").statusCode())
                .isEqualTo(400);
        assertThat(server.send("PUT", "lines/other/hold", "{\"paused\":true}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void dead_letters_are_paged_tried_again_and_dropped() throws Exception {
        JsonNode page = MAPPER.readTree(
                server.get("lines/factory-1/deadLetters?limit=2").body());
        assertThat(page.at("/items")).hasSize(2);
        assertThat(page.at("/next").asLong()).isEqualTo(2);
        assertThat(MAPPER.readTree(server.get("lines/factory-1/deadLetters?before=2")
                                .body())
                        .at("/items"))
                .hasSize(1);

        assertThat(server.send("POST", "lines/factory-1/deadLetters/1/retry", "")
                        .body())
                .isEqualTo("{\"takenIn\":true}");
        assertThat(server.send("POST", "lines/factory-1/deadLetters/2/retry", "")
                        .body())
                .contains("\"takenIn\":false", "no such batch");
        assertThat(server.delete("lines/factory-1/deadLetters/3").statusCode()).isEqualTo(204);
        assertThat(lines.done).containsExactly("drop 3");
    }

    private static final class OneLine implements Lines {
        private final List<String> done = new ArrayList<>();

        @Override
        public List<LineStatus> list() {
            return List.of(new LineStatus(
                    "factory-1",
                    LineStatus.State.REFUSED,
                    false,
                    Instant.EPOCH,
                    Optional.of("the other end does not have the key set"),
                    new LineBacklog(2, 80_000),
                    0,
                    17,
                    3,
                    1,
                    Optional.empty()));
        }

        @Override
        public void pause(String line, boolean paused) {
            if (!line.equals("factory-1")) {
                throw new IllegalArgumentException("there is no line " + line);
            }
            done.add("pause " + line + " " + paused);
        }

        @Override
        public List<DeadLetter> deadLetters(String line, long before, int most) {
            return LongStream.iterate(3, number -> number - 1)
                    .limit(3)
                    .filter(number -> number < before)
                    .limit(most)
                    .mapToObj(OneLine::letter)
                    .toList();
        }

        @Override
        public Optional<DeadLetter> retry(String line, long number) {
            return number == 1 ? Optional.empty() : Optional.of(letter(number));
        }

        @Override
        public void drop(String line, long number) {
            done.add("drop " + number);
        }

        private static DeadLetter letter(long number) {
            return new DeadLetter(
                    number,
                    "factory-1",
                    "BATCH_MANIFEST",
                    "batch/" + number,
                    100,
                    true,
                    "no such batch",
                    0,
                    Instant.EPOCH);
        }
    }
}
