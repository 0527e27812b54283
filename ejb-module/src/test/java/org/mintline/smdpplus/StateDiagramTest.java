package org.mintline.smdpplus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mintline.smdpplus.batch.BatchState;
import org.mintline.smdpplus.lot.KeyState;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.session.SessionState;

/** The diagrams of the life cycles are written from the tables in code: run with -Dmintline.docs.write=true to renew them. */
class StateDiagramTest {
    enum Diagram {
        PROFILE(
                "profile-states.md",
                "Life cycle of a profile",
                "ProfileState",
                lines(ProfileState.values(), s -> s.transitions())),
        SESSION(
                "session-states.md",
                "Life cycle of an RSP session",
                "SessionState",
                lines(SessionState.values(), s -> s.transitions())),
        BATCH(
                "batch-states.md",
                "Life cycle of a batch",
                "BatchState",
                lines(BatchState.values(), s -> s.transitions())),
        KEY(
                "key-states.md",
                "Life cycle of a preloaded key",
                "KeyState",
                lines(KeyState.values(), s -> s.transitions()));

        private final Path file;
        private final String text;

        Diagram(String file, String title, String type, String lines) {
            this.file = Path.of("..", "docs", "architecture", file);
            this.text = "# " + title + "\n\nWritten from the table in `" + type + "` by `StateDiagramTest`.\n\n"
                    + "```mermaid\nstateDiagram-v2\n    [*] --> " + lines + "```\n";
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_documentation_shows_the_table_in_code(Diagram diagram) throws IOException {
        if (Boolean.getBoolean("mintline.docs.write")) {
            Files.writeString(diagram.file, diagram.text);
        }
        assertThat(Files.readString(diagram.file)).isEqualTo(diagram.text);
    }

    private static <S extends Enum<S>, E extends Enum<E>> String lines(S[] states, Function<S, Map<E, S>> transitions) {
        String first = states[0].name() + "\n";
        return first
                + Arrays.stream(states)
                        .flatMap(from -> edges(from, new TreeMap<>(transitions.apply(from))))
                        .collect(Collectors.joining());
    }

    private static <S extends Enum<S>, E extends Enum<E>> Stream<String> edges(S from, Map<E, S> transitions) {
        return transitions.entrySet().stream()
                .map(edge -> "    " + from + " --> " + edge.getValue() + ": "
                        + edge.getKey()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ') + "\n");
    }
}
