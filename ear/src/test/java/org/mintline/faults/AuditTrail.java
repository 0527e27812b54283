package org.mintline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.mintline.server.Administration;
import org.mintline.server.RunningServer;

/** The audit trail as the administration shows it. */
final class AuditTrail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Administration administration;

    /**
     * A line of it.
     *
     * @param number its number
     * @param actor who
     * @param action what
     * @param subject to what
     * @param outcome how it ended
     */
    record Line(long number, String actor, String action, String subject, String outcome) {}

    AuditTrail(RunningServer server) throws IOException, GeneralSecurityException {
        administration = new Administration(server);
    }

    /** Whether the chain holds from its beginning to its end. */
    JsonNode verification() throws IOException, InterruptedException {
        return get("audit/verification");
    }

    /** The newest lines, the newest first. */
    List<Line> newest(int lines) throws IOException, InterruptedException {
        return lines("limit=" + lines);
    }

    /** The newest lines about a subject, the newest first. */
    List<Line> about(String subject) throws IOException, InterruptedException {
        return lines("limit=1000&subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
    }

    private List<Line> lines(String query) throws IOException, InterruptedException {
        return StreamSupport.stream(get("audit/lines?" + query).path("items").spliterator(), false)
                .map(line -> new Line(
                        line.path("number").asLong(),
                        line.path("actor").asText(),
                        line.path("action").asText(),
                        line.path("subject").asText(),
                        line.path("outcome").asText()))
                .toList();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = administration.get(path);
        if (response.statusCode() != 200) {
            throw new IOException(path + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
