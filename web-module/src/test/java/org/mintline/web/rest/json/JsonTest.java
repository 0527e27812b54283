package org.mintline.web.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final byte[] VALID = utf8(
            "{\"name\":\"A-1\",\"octets\":\"AAECAw==\",\"flag\":true,\"inner\":{\"text\":\"x\"},\"unknown\":{\"a\":[1,null]}}");

    /** A body with a time. */
    record Timed(@NotNull Instant at) {}

    @Test
    void times_are_read_in_utc_and_in_no_other_form() {
        assertThat(Json.read(utf8("{\"at\":\"2026-11-25T00:42:16.5Z\"}"), Timed.class)
                        .at())
                .isEqualTo(Instant.parse("2026-11-25T00:42:16.5Z"));
        for (String other : List.of("\"yesterday\"", "\"2026-11-25\"", "1764030000", "{}", "\"\"")) {
            assertThatThrownBy(() -> Json.read(utf8("{\"at\":" + other + "}"), Timed.class))
                    .isInstanceOf(InvalidBodyException.class);
        }
    }

    @Test
    void a_body_is_read_whatever_else_is_in_it() {
        Body body = read(VALID);

        assertThat(body.name()).isEqualTo("A-1");
        assertThat(body.octets()).containsExactly(0, 1, 2, 3);
        assertThat(body.inner().text()).isEqualTo("x");
    }

    @Test
    void a_missing_member_is_told_from_a_wrong_one() {
        assertThatThrownBy(() -> read(utf8("{\"octets\":\"AAECAw==\",\"inner\":{}}")))
                .isInstanceOfSatisfying(InvalidBodyException.class, e -> {
                    assertThat(e.memberMissing()).isTrue();
                    assertThat(e).hasMessage("inner.text, name is missing");
                });
        assertThatThrownBy(() -> read(utf8("{\"name\":\"no\",\"octets\":\"AAECAw==\",\"inner\":{}}")))
                .isInstanceOfSatisfying(InvalidBodyException.class, e -> {
                    assertThat(e.memberMissing()).isFalse();
                    assertThat(e).hasMessage("name has not the form that is defined for it");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "{",
                "{\"name\":\"A-1\"}}",
                "{\"name\":\"A-1\"} 7",
                "{\"name\":7}",
                "{\"name\":true}",
                "{\"name\":{}}",
                "{\"octets\":7}",
                "{\"octets\":\"!!!!\"}",
                "{\"octets\":\"AAE\"}",
                "{\"octets\":[0,1,2,3]}",
                "{\"flag\":\"true\"}",
                "{\"flag\":1}",
                "{\"flag\":\"\"}",
                "{\"inner\":\"\"}",
                "{\"inner\":[]}",
                "{\"name\":\"A-1\",\"name\":\"A-2\"}",
                "{'name':'A-1'}",
                "{\"n\":1e9999999999999999999999999999999999}",
                "{\"n\":NaN}",
            })
    void what_has_not_the_shape_is_refused(String body) {
        assertThat(catchThrowable(() -> read(utf8(body))))
                .isInstanceOfSatisfying(InvalidBodyException.class, e -> assertThat(e.memberMissing())
                        .isFalse());
    }

    @Test
    void a_body_in_another_encoding_than_UTF_8_is_refused() {
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE"))) {
            byte[] body = new String(VALID, StandardCharsets.UTF_8).getBytes(charset);

            assertThatThrownBy(() -> read(body)).isInstanceOf(InvalidBodyException.class);
        }
    }

    @Test
    void names_and_nesting_are_bounded() {
        String deep = "{\"a\":".repeat(20) + "1" + "}".repeat(20);
        String longName = "{\"" + "n".repeat(100) + "\":1}";

        assertThatThrownBy(() -> read(utf8(deep))).isInstanceOf(InvalidBodyException.class);
        assertThatThrownBy(() -> read(utf8(longName))).isInstanceOf(InvalidBodyException.class);
    }

    @Property(tries = 2000)
    void any_bytes_end_with_a_body_or_the_one_error(@ForAll byte[] body) {
        endsWell(body);
    }

    @Property(tries = 2000)
    void any_text_of_JSON_characters_ends_with_a_body_or_the_one_error(@ForAll("jsonLike") String body) {
        endsWell(utf8(body));
    }

    @Property(tries = 2000)
    void a_valid_body_with_a_byte_changed_or_cut_off_ends_with_a_body_or_the_one_error(
            @ForAll @IntRange(max = 90) int position, @ForAll byte changed, @ForAll boolean cut) {
        byte[] body = cut ? Arrays.copyOf(VALID, Math.min(position, VALID.length)) : VALID.clone();
        if (position < body.length) {
            body[position] = changed;
        }
        endsWell(body);
    }

    @Property
    void octets_are_written_as_base64_without_line_breaks(
            @ForAll @net.jqwik.api.constraints.Size(max = 4000) byte[] octets) throws IOException {
        String written = new String(Json.write(new Written(octets, null)), StandardCharsets.UTF_8);

        assertThat(written).isEqualTo("{\"octets\":\"" + Base64.getEncoder().encodeToString(octets) + "\"}");
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"",
                        "\\",
                        "name",
                        "\"name\"",
                        "\"inner\"",
                        "\"text\"",
                        "1",
                        "-",
                        "e",
                        "true",
                        "null",
                        " ",
                        "\"A-1\"")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static void endsWell(byte[] body) {
        Throwable thrown = catchThrowable(() -> read(body));
        if (thrown != null) {
            assertThat(thrown).isExactlyInstanceOf(InvalidBodyException.class);
        }
    }

    private static Body read(byte[] body) {
        return Json.read(body, Body.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    record Body(
            @NotNull @Pattern(regexp = "[A-Z]-[0-9]") String name,
            @NotNull @Size(min = 4, max = 4) byte[] octets,
            Boolean flag,
            @NotNull @Valid Inner inner) {}

    record Inner(@NotNull String text) {}

    record Written(byte[] octets, String absent) {}
}
