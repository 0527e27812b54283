package org.mintline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;

/**
 * A file of profile data through the administration's interface. The system property {@code mintline.import.rows} says how many lines
 * it has; {@code ./mintline nightly} takes 100,000.
 */
@OnPostgresqlAlone
@ExtendWith(ServerExtension.class)
class ImportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = Integer.getInteger("mintline.import.rows", 5_000);
    private static final int SECONDS_FOR_AN_IMPORT = 600;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final String TYPE = "imported";
    private static final String OPERATOR = """
            {"name": "Importer", "functionRequesterIdentifier": "1.3.6.1.4.1.99999.41", "clientCertificates": []}""";

    @Test
    void a_server_that_was_killed_in_the_middle_of_a_file_loses_no_line_and_takes_none_twice(RunningServer server)
            throws Exception {
        EncipheredFile file = new EncipheredFile(ROWS);
        long operator = operatorWithType(new Administration(server), file);
        long number = upload(new Administration(server), operator, file);
        JsonNode begun = await(new Administration(server), number, 1);
        assertThat(begun.at("/state").asText()).isEqualTo("RUNNING");

        server.kill();
        server.ensureRunning();

        JsonNode ended = await(new Administration(server), number, Long.MAX_VALUE);
        assertThat(ended.at("/state").asText()).isEqualTo("FINISHED");
        assertThat(ended.at("/accepted").asLong()).isEqualTo(file.goodLines());
        assertThat(ended.at("/bytesDone").asLong()).isEqualTo(ended.at("/bytes").asLong());
        assertThat(badLines(new Administration(server), number)).isEqualTo(file.badLines());
        assertThat(inStock(new Administration(server), operator)).isEqualTo(file.goodLines());
    }

    private static long operatorWithType(Administration administration, EncipheredFile file) throws Exception {
        long operator =
                read(administration.post("operators", OPERATOR)).at("/id").asLong();
        String type = JSON.createObjectNode()
                .put("name", TYPE)
                .put("sourceFormat", "TEMPLATE")
                .put("source", DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8))
                .put("serviceProviderName", "Importer")
                .put("profileName", "Imported")
                .put("protectedAhead", 0)
                .toString();
        read(administration.post("operators/" + operator + "/profileTypes", type));
        String key = JSON.createObjectNode()
                .put("index", EncipheredFile.KEY_INDEX)
                .put("algorithm", "AES_128")
                .put("key", Base64.getEncoder().encodeToString(EncipheredFile.key()))
                .put("checkValue", file.checkValue())
                .toString();
        read(administration.post("operators/" + operator + "/transportKeys", key));
        return operator;
    }

    private static long upload(Administration administration, long operator, EncipheredFile file) throws Exception {
        String path = "imports?operator=" + operator + "&profileType=" + TYPE + "&fileName=large.inp&format=INPUT";
        return read(administration.upload(path, file.content())).at("/id").asLong();
    }

    /** Waits until so many profiles are in stock, or the import is at its end. */
    private static JsonNode await(Administration administration, long number, long accepted) throws Exception {
        long end = System.nanoTime() + SECONDS_FOR_AN_IMPORT * 1_000_000_000L;
        while (System.nanoTime() < end) {
            JsonNode progress = read(administration.get("imports/" + number));
            if (progress.hasNonNull("finishedAt") || progress.at("/accepted").asLong() >= accepted) {
                return progress;
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
        throw new AssertionError("the import is not done after " + SECONDS_FOR_AN_IMPORT + " s");
    }

    private static List<Long> badLines(Administration administration, long number) throws Exception {
        List<Long> lines = new ArrayList<>();
        JsonNode page;
        do {
            long after = lines.isEmpty() ? 0 : lines.get(lines.size() - 1);
            page = read(administration.get("imports/" + number + "/badLines?limit=500&after=" + after));
            page.forEach(bad -> {
                assertThat(bad.at("/reason").asText()).isNotBlank();
                lines.add(bad.at("/line").asLong());
            });
        } while (!page.isEmpty());
        return lines;
    }

    private static long inStock(Administration administration, long operator) throws Exception {
        JsonNode stock = read(administration.get("profiles/stock?operator=" + operator));
        return StreamSupport.stream(stock.spliterator(), false)
                .filter(count -> count.at("/profileType").asText().equals(TYPE))
                .mapToLong(count -> count.at("/count").asLong())
                .sum();
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
