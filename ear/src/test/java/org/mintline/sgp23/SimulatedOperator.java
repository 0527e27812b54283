package org.mintline.sgp23;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;
import org.mintline.server.Administration;
import org.mintline.server.RunningServer;
import org.mintline.server.TlsClient;

/** S_MNO of SGP.23: an operator with a profile type and stock of its own, which calls ES2+ as it likes. */
public final class SimulatedOperator {
    /** The profile type of {@link #profileInStock()}. */
    public static final String PROFILE_TYPE = "sgp23";

    static final String FUNCTION_REQUESTER_IDENTIFIER = "2.999.23";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ICCIDS = new AtomicInteger();
    private static final Map<RunningServer, SimulatedOperator> BY_SERVER = new ConcurrentHashMap<>();

    private final Administration administration;
    private final HttpClient client;
    private final URI base;
    private final long number;
    private boolean stocked;

    private SimulatedOperator(RunningServer server) {
        try {
            Path files = server.home().resolve("pki/operator");
            administration = new Administration(server);
            client = HttpClient.newBuilder()
                    .sslContext(TlsClient.trusting(
                            files.resolve("server-ca.pem"),
                            files.resolve("operator.pem"),
                            files.resolve("operator.key.pem")))
                    .build();
            base = server.es2plus().resolve("/gsma/rsp2/es2plus/");
            number = register(Files.readString(files.resolve("operator.pem")));
            createProfileType(PROFILE_TYPE);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The operator at that server, set up when it is first asked for. */
    public static SimulatedOperator at(RunningServer server) {
        return BY_SERVER.computeIfAbsent(server, SimulatedOperator::new);
    }

    /** Places and confirms a download order for a profile in stock. */
    DownloadOrder.Placed place(DownloadOrder wanted) throws IOException, InterruptedException {
        bringStock();
        ObjectNode order = request().put("profileType", wanted.type().profileType());
        wanted.eid().ifPresent(eid -> order.put("eid", eid));
        String iccid =
                Answers.executed(call("downloadOrder", order)).path("iccid").asText();
        ObjectNode confirmation = request().put("iccid", iccid).put("releaseFlag", wanted.releaseFlag());
        wanted.eid().ifPresent(eid -> confirmation.put("eid", eid));
        wanted.matchingId().ifPresent(matchingId -> confirmation.put("matchingId", matchingId));
        wanted.confirmationCode().ifPresent(code -> confirmation.put("confirmationCode", code));
        JsonNode confirmed = Answers.executed(call("confirmOrder", confirmation));
        return new DownloadOrder.Placed(iccid, confirmed.path("matchingId").asText());
    }

    private synchronized void bringStock() throws IOException, InterruptedException {
        if (!stocked) {
            SimulatedStock.bring(administration, number);
            stocked = true;
        }
    }

    /** Brings one profile into stock and gives its ICCID. */
    public String profileInStock() throws IOException, InterruptedException {
        String iccid = unknownIccid();
        expect(addToStock(PROFILE_TYPE, iccid), 204);
        return iccid;
    }

    /** Brings a profile into stock, and gives what the administration answers. */
    public HttpResponse<String> addToStock(String profileType, String iccid) throws IOException, InterruptedException {
        ObjectNode profile =
                JSON.createObjectNode().put("profileType", profileType).put("iccid", iccid);
        profile.putObject("columns").put("imsi", "001010000000001");
        return administration.post("operators/" + number + "/profiles", profile.toString());
    }

    /** How many profiles of a type are in each state. */
    public Map<String, Integer> stock(String profileType) throws IOException, InterruptedException {
        Map<String, Integer> byState = new TreeMap<>();
        JSON.readTree(expect(administration.get("profiles/stock?operator=" + number), 200))
                .forEach(line -> {
                    if (line.path("profileType").asText().equals(profileType)) {
                        byState.put(
                                line.path("state").asText(), line.path("count").asInt());
                    }
                });
        return byState;
    }

    /** Tells the server where ES2+.HandleDownloadProgressInfo is to be called. */
    public void callbackAddress(URI address) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("callbackAddress", address.toString());
        expect(administration.put("operators/" + number + "/callbackAddress", body.toString()), 200);
    }

    /** Tells the server that nobody is there to be called any more. */
    public void withoutCallbackAddress() throws IOException, InterruptedException {
        expect(administration.put("operators/" + number + "/callbackAddress", "{}"), 200);
    }

    /** An ICCID that no profile has yet. */
    public static String unknownIccid() {
        return Iccid.withCheckDigit(String.format("8988211%011d", ICCIDS.incrementAndGet()))
                .digits();
    }

    /** A new request body of a function, with its header. */
    public static ObjectNode request() {
        ObjectNode request = JSON.createObjectNode();
        request.putObject("header")
                .put("functionRequesterIdentifier", FUNCTION_REQUESTER_IDENTIFIER)
                .put("functionCallIdentifier", UUID.randomUUID().toString());
        return request;
    }

    /** Calls a function that answers with HTTP status 200. */
    public JsonNode call(String function, ObjectNode request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(client, function, request);
        return JSON.readTree(expect(response, 200));
    }

    /** Calls a function, whatever the answer. */
    public HttpResponse<String> send(String function, ObjectNode request) throws IOException, InterruptedException {
        return send(client, function, request);
    }

    /** Calls a function over another TLS client. */
    HttpResponse<String> send(HttpClient other, String function, ObjectNode request)
            throws IOException, InterruptedException {
        return other.send(
                HttpRequest.newBuilder(base.resolve(function))
                        .header("Content-Type", "application/json")
                        .header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
                        .POST(BodyPublishers.ofString(request.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The state of a profile, as the administration shows it. */
    String stateOf(String iccid) throws IOException, InterruptedException {
        return profile(iccid).at("/profile/state").asText();
    }

    /** What the administration knows of a profile. */
    public JsonNode profile(String iccid) throws IOException, InterruptedException {
        return JSON.readTree(expect(administration.get("profiles/" + iccid), 200));
    }

    private long register(String certificate) throws IOException, InterruptedException {
        ObjectNode operator = JSON.createObjectNode()
                .put("name", "SGP.23 operator")
                .put("functionRequesterIdentifier", FUNCTION_REQUESTER_IDENTIFIER);
        operator.putArray("clientCertificates").add(certificate);
        return JSON.readTree(expect(administration.post("operators", operator.toString()), 200))
                .path("id")
                .asLong();
    }

    /** Makes a profile type of the product's own template. */
    public void createProfileType(String name) throws IOException, InterruptedException {
        createProfileType(name, DefaultTemplate.yaml(), "Operational Profile 1");
    }

    /** Makes a profile type of a template. */
    public void createProfileType(String name, String template, String profileName)
            throws IOException, InterruptedException {
        ObjectNode type = JSON.createObjectNode()
                .put("name", name)
                .put("sourceFormat", "TEMPLATE")
                .put("source", template.getBytes(StandardCharsets.UTF_8))
                .put("serviceProviderName", "SGP.23 operator")
                .put("profileName", profileName);
        expect(administration.post("operators/" + number + "/profileTypes", type.toString()), 200);
    }

    /** Gives a profile type a table of variants. */
    public void replaceVariants(String profileType, ObjectNode table) throws IOException, InterruptedException {
        String path = "operators/" + number + "/profileTypes/" + profileType + "/variants";
        expect(administration.put(path, table.toString()), 200);
    }

    private static String expect(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(
                    response.uri() + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
