package org.mintline.device.es2plus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mintline.device.https.HttpsClient;

/** ES2+ as an operator calls it (SGP.22 v2.5, clauses 5.3 and 6.5.2). May be used by many threads. */
public final class Es2PlusClient {
    private static final String PATH = "/gsma/rsp2/es2plus/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "X-Admin-Protocol", "gsma/rsp/v2.5.0");

    private final HttpsClient https;
    private final String functionRequesterIdentifier;

    /**
     * What is ordered.
     *
     * @param eid for which eUICC, 32 digits
     * @param iccid which Profile, 18 to 20 digits
     * @param profileType or a Profile of which type
     */
    public record DownloadOrder(Optional<String> eid, Optional<String> iccid, Optional<String> profileType) {
        /** Any Profile of a type. */
        public static DownloadOrder ofProfileType(String profileType) {
            return new DownloadOrder(Optional.empty(), Optional.empty(), Optional.of(profileType));
        }
    }

    /**
     * How an order is confirmed.
     *
     * @param iccid the Profile
     * @param eid for which eUICC
     * @param matchingId the Activation Code Token; empty text for the default SM-DP+
     * @param confirmationCode what the end user has to type
     * @param releaseFlag whether the Profile is released at once
     */
    public record ConfirmOrder(
            String iccid,
            Optional<String> eid,
            Optional<String> matchingId,
            Optional<String> confirmationCode,
            boolean releaseFlag) {
        /** Releases at once, for any eUICC, with a MatchingID that the SM-DP+ makes. */
        public static ConfirmOrder release(String iccid) {
            return new ConfirmOrder(iccid, Optional.empty(), Optional.empty(), Optional.empty(), true);
        }
    }

    /**
     * What ES2+.ConfirmOrder answers.
     *
     * @param matchingId the Activation Code Token
     * @param eid for which eUICC
     * @param smdpAddress the address for the Activation Code, if it is not the usual one
     */
    public record OrderConfirmed(String matchingId, Optional<String> eid, Optional<String> smdpAddress) {}

    /**
     * @param https reaches the SM-DP+, with the operator's certificate
     * @param functionRequesterIdentifier the operator, as its certificate names it
     */
    public Es2PlusClient(HttpsClient https, String functionRequesterIdentifier) {
        this.https = https;
        this.functionRequesterIdentifier = functionRequesterIdentifier;
    }

    /**
     * ES2+.DownloadOrder.
     *
     * @return the ICCID
     * @throws Es2PlusException if the function failed
     */
    public String downloadOrder(DownloadOrder order) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        put(body, "eid", order.eid());
        put(body, "iccid", order.iccid());
        put(body, "profileType", order.profileType());
        return call("downloadOrder", body).path("iccid").asText();
    }

    /**
     * ES2+.ConfirmOrder.
     *
     * @throws Es2PlusException if the function failed
     */
    public OrderConfirmed confirmOrder(ConfirmOrder order) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("iccid", order.iccid());
        put(body, "eid", order.eid());
        put(body, "matchingId", order.matchingId());
        put(body, "confirmationCode", order.confirmationCode());
        body.put("releaseFlag", order.releaseFlag());
        JsonNode answer = call("confirmOrder", body);
        return new OrderConfirmed(answer.path("matchingId").asText(), text(answer, "eid"), text(answer, "smdpAddress"));
    }

    /**
     * ES2+.CancelOrder.
     *
     * @param finalProfileStatusIndicator {@code Available} or {@code Unavailable}
     * @throws Es2PlusException if the function failed
     */
    public void cancelOrder(
            String iccid, Optional<String> eid, Optional<String> matchingId, String finalProfileStatusIndicator)
            throws IOException {
        ObjectNode body = JSON.createObjectNode().put("iccid", iccid);
        put(body, "eid", eid);
        put(body, "matchingId", matchingId);
        body.put("finalProfileStatusIndicator", finalProfileStatusIndicator);
        call("cancelOrder", body);
    }

    /**
     * ES2+.ReleaseProfile.
     *
     * @throws Es2PlusException if the function failed
     */
    public void releaseProfile(String iccid) throws IOException {
        call("releaseProfile", JSON.createObjectNode().put("iccid", iccid));
    }

    private JsonNode call(String function, ObjectNode body) throws IOException {
        body.putObject("header")
                .put("functionRequesterIdentifier", functionRequesterIdentifier)
                .put("functionCallIdentifier", UUID.randomUUID().toString());
        HttpsClient.Answer answer = https.post(PATH + function, HEADERS, JSON.writeValueAsBytes(body));
        if (answer.status() != 200) {
            throw new IOException(function + " is answered with HTTP " + answer.status());
        }
        JsonNode json = JSON.readTree(answer.body());
        JsonNode status = json.path("header").path("functionExecutionStatus");
        if (!status.path("status").asText().startsWith("Executed")) {
            JsonNode data = status.path("statusCodeData");
            throw new Es2PlusException(
                    function,
                    data.path("subjectCode").asText(),
                    data.path("reasonCode").asText(),
                    data.path("message").asText());
        }
        return json;
    }

    private static void put(ObjectNode body, String member, Optional<String> value) {
        value.ifPresent(text -> body.put(member, text));
    }

    private static Optional<String> text(JsonNode answer, String member) {
        return Optional.ofNullable(answer.path(member).textValue());
    }
}
