package org.mintline.device.lpa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** ES9+ in the JSON binding (SGP.22 v2.5, clause 6.5). May be used by many threads. */
public final class JsonEs9PlusClient implements Es9PlusClient {
    private static final String PATH = "/gsma/rsp2/es9plus/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "X-Admin-Protocol", "gsma/rsp/v2.5.0",
            "User-Agent", "gsma-rsp-lpad");

    private final HttpsClient https;

    /** @param https reaches the SM-DP+ */
    public JsonEs9PlusClient(HttpsClient https) {
        this.https = https;
    }

    @Override
    public InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request) {
        ObjectNode body = JSON.createObjectNode()
                .put("euiccChallenge", request.euiccChallenge())
                .put("euiccInfo1", request.euiccInfo1().encoded())
                .put("smdpAddress", request.smdpAddress());
        return decoded(
                "initiateAuthentication",
                body,
                answer -> new InitiateAuthenticationResponse.Ok(
                        transactionId(answer),
                        ServerSigned1.decode(octets(answer, "serverSigned1")),
                        EcdsaSignature.decode(tlv(answer, "serverSignature1")),
                        SubjectKeyIdentifier.decode(tlv(answer, "euiccCiPKIdToBeUsed")),
                        octets(answer, "serverCertificate")));
    }

    @Override
    public AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request) {
        ObjectNode body = JSON.createObjectNode()
                .put("transactionId", request.transactionId().text())
                .put(
                        "authenticateServerResponse",
                        request.authenticateServerResponse().encoded());
        return decoded(
                "authenticateClient",
                body,
                answer -> new AuthenticateClientResponseEs9.Ok(
                        transactionId(answer),
                        StoreMetadataRequest.decode(octets(answer, "profileMetadata")),
                        SmdpSigned2.decode(octets(answer, "smdpSigned2")),
                        EcdsaSignature.decode(tlv(answer, "smdpSignature2")),
                        octets(answer, "smdpCertificate")));
    }

    @Override
    public GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request) {
        ObjectNode body = JSON.createObjectNode()
                .put("transactionId", request.transactionId().text())
                .put(
                        "prepareDownloadResponse",
                        request.prepareDownloadResponse().encoded());
        return decoded(
                "getBoundProfilePackage",
                body,
                answer -> new GetBoundProfilePackageResponse.Ok(
                        transactionId(answer), octets(answer, "boundProfilePackage")));
    }

    @Override
    public void handleNotification(PendingNotification notification) {
        ObjectNode body = JSON.createObjectNode().put("pendingNotification", notification.encoded());
        HttpsClient.Answer answer = post("handleNotification", body);
        if (answer.status() != 204) {
            throw new LpaException("handleNotification is answered with HTTP " + answer.status());
        }
    }

    @Override
    public void cancelSession(CancelSessionRequestEs9 request) {
        ObjectNode body = JSON.createObjectNode()
                .put("transactionId", request.transactionId().text())
                .put("cancelSessionResponse", request.cancelSessionResponse().encoded());
        call("cancelSession", body);
    }

    private <T> T decoded(String function, ObjectNode body, Decoder<T> decoder) {
        JsonNode answer = call(function, body);
        try {
            return decoder.decode(answer);
        } catch (DecodeException | IllegalArgumentException e) {
            throw new LpaException(function + " is answered with what is no response: " + e.getMessage(), e);
        }
    }

    private JsonNode call(String function, ObjectNode body) {
        HttpsClient.Answer answer = post(function, body);
        if (answer.status() != 200) {
            throw new LpaException(function + " is answered with HTTP " + answer.status());
        }
        try {
            JsonNode json = JSON.readTree(answer.body());
            JsonNode status = json.path("header").path("functionExecutionStatus");
            if (!status.path("status").asText().startsWith("Executed")) {
                JsonNode data = status.path("statusCodeData");
                throw Es9PlusException.ofStatus(
                        function,
                        data.path("subjectCode").asText(),
                        data.path("reasonCode").asText(),
                        data.path("message").asText());
            }
            return json;
        } catch (IOException e) {
            throw new LpaException(function + " is answered with what is no JSON", e);
        }
    }

    private HttpsClient.Answer post(String function, ObjectNode body) {
        try {
            return https.post(PATH + function, HEADERS, JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new LpaException("the SM-DP+ is not reached: " + e.getMessage(), e);
        }
    }

    private static TransactionId transactionId(JsonNode answer) {
        return new TransactionId(answer.path("transactionId").asText());
    }

    private static byte[] octets(JsonNode answer, String member) {
        return Base64.getDecoder().decode(answer.path(member).asText());
    }

    private static Tlv tlv(JsonNode answer, String member) {
        return Tlv.decode(octets(answer, member), DecodeLimits.MESSAGE);
    }

    private interface Decoder<T> {
        T decode(JsonNode answer);
    }
}
