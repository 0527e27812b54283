package org.mintline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The staff of a server: calls the administration's interface, and expects that everything is done. */
public final class Staff {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;

    private final RunningServer server;

    /** @param server may be stopped and started between two calls */
    public Staff(RunningServer server) {
        this.server = server;
    }

    /** What is at a path below {@code /administration/v1/}. */
    public JsonNode get(String path) throws Exception {
        return read(administration().get(path));
    }

    /** Sends a JSON body. */
    public JsonNode post(String path, String json) throws Exception {
        return read(administration().post(path, json));
    }

    /** Replaces what is at a path by a JSON body. */
    public JsonNode put(String path, String json) throws Exception {
        return read(administration().put(path, json));
    }

    /** Sends a file. */
    public JsonNode upload(String path, byte[] file) throws Exception {
        return read(administration().upload(path, file));
    }

    /** What is at a path, as soon as it is as expected. */
    public JsonNode await(String path, Predicate<JsonNode> expected) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode seen = get(path);
        while (!expected.test(seen)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(path + " is not as expected after " + PATIENCE + ": " + seen);
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            seen = get(path);
        }
        return seen;
    }

    /** The details of the audit lines of an action about a subject. */
    public List<String> audited(String action, String subject) throws Exception {
        return get("audit/lines?action=" + action + "&subject=" + subject)
                .at("/items")
                .findValuesAsText("detail");
    }

    private Administration administration() throws IOException, GeneralSecurityException {
        return new Administration(server);
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    response.uri() + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
