package org.mintline.device.factory.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mintline.device.factory.station.DeviceKeys;
import org.mintline.device.factory.station.DeviceKeysException;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationEvidence;
import org.mintline.rsp.station.AuthenticationManner;
import org.mintline.rsp.station.AuthenticationRules;
import org.mintline.rsp.station.JigReading;
import org.mintline.rsp.station.JigSettings;

/** The interface of stations, as one calls it. A key set that came once is remembered until the station ends. For many threads. */
public final class SupportServer implements DeviceKeys {
    private static final String BASE = "/station/v1/";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final int MOST_KEY_SETS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

    private final HttpsClient https;
    private final Map<Eid, KeySet> keySets = new ConcurrentHashMap<>();

    /** @param https reaches the server, with the station's certificate */
    public SupportServer(HttpsClient https) {
        this.https = https;
    }

    /** How the server wants devices to be authenticated. */
    public AuthenticationRules rules() throws IOException {
        HttpsClient.Answer answer = https.send("GET", BASE + "settings", Map.of(), new byte[0]);
        if (answer.status() != OK) {
            throw new IOException("the support server tells no settings: " + sentence(answer));
        }
        JsonNode settings = JSON.readTree(answer.body());
        try {
            return new AuthenticationRules(
                    AuthenticationManner.valueOf(settings.path("manner").asText()),
                    Optional.ofNullable(settings.get("jig"))
                            .map(JsonNode::asText)
                            .map(JigSettings::parse),
                    settings.path("testAllowed").asBoolean());
        } catch (IllegalArgumentException e) {
            throw new IOException("the support server tells settings that no station can have: " + e.getMessage(), e);
        }
    }

    @Override
    public KeySet of(Eid eid) throws IOException, DeviceKeysException {
        KeySet known = keySets.get(eid);
        if (known != null) {
            return known;
        }
        HttpsClient.Answer answer = https.send("GET", BASE + "devices/" + eid + "/keySet", Map.of(), new byte[0]);
        if (answer.status() != OK) {
            throw new DeviceKeysException("the support server gives no key set: " + sentence(answer));
        }
        JsonNode keys = JSON.readTree(answer.body());
        KeySet fresh = new KeySet(
                keys.path("version").asInt(),
                keys.path("enc").binaryValue(),
                keys.path("mac").binaryValue(),
                keys.path("dek").binaryValue());
        if (keySets.size() < MOST_KEY_SETS) {
            keySets.put(eid, fresh);
        }
        return fresh;
    }

    /**
     * The image that waits for a device.
     *
     * @return the image; empty if none waits
     * @throws ServerRefusalException if the server refuses to give it
     */
    Optional<byte[]> image(Eid eid, AuthenticationEvidence evidence) throws IOException, ServerRefusalException {
        ObjectNode body = JSON.createObjectNode()
                .put("manner", evidence.manner().name())
                .put("keySetProven", evidence.isKeySetProven())
                .put("testProfileMode", evidence.isInTestProfileMode());
        ArrayNode readings = body.putArray("readings");
        for (JigReading reading : evidence.readings()) {
            readings.add(reading.line());
        }
        HttpsClient.Answer answer =
                https.post(BASE + "devices/" + eid + "/image", HEADERS, JSON.writeValueAsBytes(body));
        if (answer.status() == NO_CONTENT) {
            return Optional.empty();
        }
        if (answer.status() == OK) {
            return Optional.of(answer.body());
        }
        if (answer.status() >= SERVER_ERROR) {
            throw new IOException("the support server fails: " + sentence(answer));
        }
        throw new ServerRefusalException(sentence(answer));
    }

    /**
     * Sends a report. Only a server that says what is wrong with this very report refuses it for good; one that does not know the station, is
     * busy or has just been started gets it again.
     *
     * @param path below the interface of stations
     * @throws ServerRefusalException if the server can never take it
     * @throws IOException if it could not be sent now
     */
    void report(String path, byte[] body) throws IOException, ServerRefusalException {
        HttpsClient.Answer answer = https.post(BASE + path, HEADERS, body);
        if (answer.status() == NO_CONTENT || answer.status() == OK) {
            return;
        }
        Optional<String> detail = detail(answer);
        boolean isOfReport =
                answer.status() == BAD_REQUEST || answer.status() == NOT_FOUND || answer.status() == CONFLICT;
        if (isOfReport && detail.isPresent()) {
            throw new ServerRefusalException(detail.get());
        }
        throw new IOException("the support server takes no reports now: " + sentence(answer));
    }

    private static String sentence(HttpsClient.Answer answer) {
        return detail(answer).orElse("HTTP " + answer.status());
    }

    /** What a problem (RFC 9457) says in words, if the answer is one. */
    private static Optional<String> detail(HttpsClient.Answer answer) {
        try {
            JsonNode detail = JSON.readTree(answer.body()).path("detail");
            return detail.isTextual() ? Optional.of(detail.asText()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
