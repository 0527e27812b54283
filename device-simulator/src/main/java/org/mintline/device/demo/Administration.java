package org.mintline.device.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.mintline.device.https.HttpsClient;

/** The administration's REST interface, as far as the demo calls it; {@code openapi.yaml} of the server describes it. */
public final class Administration {
    private static final String PATH = "/administration/v1/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsClient https;
    private final String authorization;

    /**
     * @param https reaches the console's listener
     * @param user an administrator
     * @param password of that user
     */
    public Administration(HttpsClient https, String user, String password) {
        this.https = https;
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /**
     * Registers an operator, or finds the one of that name and tells it where its callback is now.
     *
     * @param callbackAddress base address of its ES2+ callback, or null if it wants no calls
     * @param certificate of its ES2+ client, in PEM
     * @return its number
     */
    public long operator(String name, String functionRequesterIdentifier, String callbackAddress, String certificate)
            throws IOException {
        for (JsonNode operator : call("GET", "operators", null)) {
            if (operator.path("name").asText().equals(name)) {
                long id = operator.path("id").asLong();
                ObjectNode address = JSON.createObjectNode().put("callbackAddress", callbackAddress);
                call("PUT", "operators/" + id + "/callbackAddress", address);
                return id;
            }
        }
        ObjectNode body = JSON.createObjectNode()
                .put("name", name)
                .put("functionRequesterIdentifier", functionRequesterIdentifier)
                .put("callbackAddress", callbackAddress);
        body.putArray("clientCertificates").add(certificate);
        return call("POST", "operators", body).path("id").asLong();
    }

    /**
     * What a profile type is made from.
     *
     * @param name what ES2+ calls profileType
     * @param sourceFormat {@code PACKAGE} or {@code TEMPLATE}
     * @param source a package in DER, or a template in YAML
     * @param notificationAddress whom the eUICC tells what happens to the profile
     * @param protectedAhead how many profiles in stock are kept protected, if it is not as configured
     */
    public record ProfileType(
            String name, String sourceFormat, byte[] source, String notificationAddress, OptionalInt protectedAhead) {
        /** With as many profiles protected ahead as configured. */
        public ProfileType(String name, String sourceFormat, byte[] source, String notificationAddress) {
            this(name, sourceFormat, source, notificationAddress, OptionalInt.empty());
        }
    }

    /**
     * A profile type as the server made it.
     *
     * @param personalised what a profile of it is given
     * @param packageBytes the size of its package
     */
    public record Made(List<String> personalised, int packageBytes) {}

    /** Makes a profile type. */
    public Made createProfileType(long operator, ProfileType type) throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("name", type.name())
                .put("sourceFormat", type.sourceFormat())
                .put("source", type.source())
                .put("serviceProviderName", "Mintline")
                .put("profileName", "Demo profile");
        type.protectedAhead().ifPresent(amount -> body.put("protectedAhead", amount));
        ObjectNode notification = body.putArray("notifications").addObject();
        notification.putArray("events").add("NOTIFICATION_INSTALL").add("NOTIFICATION_ENABLE");
        notification.put("address", type.notificationAddress());
        JsonNode made = call("POST", "operators/" + operator + "/profileTypes", body);
        return new Made(
                StreamSupport.stream(made.path("personalised").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                made.path("packageBytes").asInt());
    }

    /** Brings a profile into stock. */
    public void addToStock(long operator, String profileType, String iccid, Map<String, String> columns)
            throws IOException {
        ObjectNode body =
                JSON.createObjectNode().put("profileType", profileType).put("iccid", iccid);
        ObjectNode values = body.putObject("columns");
        columns.forEach(values::put);
        call("POST", "operators/" + operator + "/profiles", body);
    }

    /** The numbers of an operator's transport keys. */
    public List<Integer> transportKeys(long operator) throws IOException {
        return StreamSupport.stream(
                        call("GET", "operators/" + operator + "/transportKeys", null)
                                .spliterator(),
                        false)
                .map(key -> key.path("index").asInt())
                .toList();
    }

    /**
     * A key under which input files carry secrets.
     *
     * @param index by which number they name it
     * @param algorithm for instance {@code AES_128}
     * @param value the key
     * @param checkValue the first three bytes of a block of zeros under it, in hexadecimal digits
     */
    public record TransportKey(int index, String algorithm, byte[] value, String checkValue) {
        /** Without the key. */
        @Override
        public String toString() {
            return "transport key " + index;
        }
    }

    /** Registers a transport key. */
    public void registerTransportKey(long operator, TransportKey key) throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("index", key.index())
                .put("algorithm", key.algorithm())
                .put("key", key.value())
                .put("checkValue", key.checkValue());
        call("POST", "operators/" + operator + "/transportKeys", body);
    }

    /**
     * A file that brings profiles into stock (docs/formats/input-file.md).
     *
     * @param name for people
     * @param format {@code CSV} or {@code INPUT}
     * @param content the file
     */
    public record ImportFile(String name, String format, byte[] content) {}

    /** Hands a file over, which the server works off by itself; returns the number of the import. */
    public long importProfiles(long operator, String profileType, ImportFile file) throws IOException {
        String query = "?operator=" + operator + "&profileType=" + profileType + "&format=" + file.format()
                + "&fileName=" + URLEncoder.encode(file.name(), StandardCharsets.UTF_8);
        return send("POST", "imports" + query, "application/octet-stream", file.content())
                .path("id")
                .asLong();
    }

    /**
     * How far an import is.
     *
     * @param state {@code FINISHED} and {@code REFUSED} are its ends
     * @param accepted profiles that came into stock
     * @param rejected lines that did not make one
     * @param refusal why the file as a whole was refused, else empty
     */
    public record ImportProgress(String state, long accepted, long rejected, String refusal) {
        /** Whether nothing more will come of it. */
        public boolean isEnded() {
            return state.equals("FINISHED") || state.equals("REFUSED");
        }
    }

    /** How far the import with that number is. */
    public ImportProgress importProgress(long number) throws IOException {
        JsonNode view = call("GET", "imports/" + number, null);
        return new ImportProgress(
                view.path("state").asText(),
                view.path("accepted").asLong(),
                view.path("rejected").asLong(),
                view.path("refusal").asText(""));
    }

    JsonNode call(String method, String path, ObjectNode body) throws IOException {
        return send(method, path, "application/json", body == null ? new byte[0] : JSON.writeValueAsBytes(body));
    }

    JsonNode send(String method, String path, String type, byte[] body) throws IOException {
        HttpsClient.Answer answer =
                https.send(method, PATH + path, Map.of("Content-Type", type, "Authorization", authorization), body);
        if (answer.status() / 100 != 2) {
            throw new IOException(path + " is answered with HTTP " + answer.status() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }
}
