package org.mintline.web.rest.es9plus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.web.rest.RecordedAudit;
import org.mintline.web.rest.RestServer;

class Es9PlusJsonBindingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RecordedEs9Plus role = new RecordedEs9Plus();
    private final RecordedAudit audit = new RecordedAudit();
    private RestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RestServer(new Es9PlusApplication(), Map.of(Es9Plus.class, role, AuditTrail.class, audit));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void initiateAuthentication_is_carried_both_ways() throws Exception {
        JsonNode answer = call("initiateAuthentication", initiateAuthentication());

        var request = (InitiateAuthenticationRequest) role.requests.get(0);
        assertThat(request.encoded()).isEqualTo(Requests.INITIATE_AUTHENTICATION.encoded());
        var expected = RecordedEs9Plus.authenticationInitiated();
        assertThat(answer.at("/transactionId").asText()).isEqualTo("00FF00AABBCCDDEE");
        assertThat(answer.at("/serverSigned1").binaryValue())
                .isEqualTo(expected.serverSigned1().encoded());
        assertThat(answer.at("/serverSignature1").binaryValue()).hasSize(67).startsWith(0x5F, 0x37, 0x40);
        assertThat(answer.at("/euiccCiPKIdToBeUsed").binaryValue()).hasSize(22).startsWith(0x04, 0x14);
        assertThat(answer.at("/serverCertificate").binaryValue()).isEqualTo(expected.serverCertificate());
    }

    @Test
    void authenticateClient_is_carried_both_ways() throws Exception {
        JsonNode answer = call("authenticateClient", authenticateClient("00ff00aabbccddee"));

        var request = (AuthenticateClientRequest) role.requests.get(0);
        assertThat(request.encoded()).isEqualTo(Requests.AUTHENTICATE_CLIENT.encoded());
        var expected = RecordedEs9Plus.clientAuthenticated();
        assertThat(answer.at("/transactionId").asText()).isEqualTo("00FF00AABBCCDDEE");
        assertThat(answer.at("/profileMetadata").binaryValue())
                .isEqualTo(expected.profileMetaData().encoded());
        assertThat(answer.at("/smdpSigned2").binaryValue())
                .isEqualTo(expected.smdpSigned2().encoded());
        assertThat(answer.at("/smdpSignature2").binaryValue()).hasSize(67);
        assertThat(answer.at("/smdpCertificate").binaryValue()).isEqualTo(expected.smdpCertificate());
    }

    @Test
    void getBoundProfilePackage_is_carried_both_ways() throws Exception {
        JsonNode answer = call("getBoundProfilePackage", getBoundProfilePackage());

        var request = (GetBoundProfilePackageRequest) role.requests.get(0);
        assertThat(request.encoded()).isEqualTo(Requests.GET_BOUND_PROFILE_PACKAGE.encoded());
        assertThat(answer.at("/boundProfilePackage").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(RecordedEs9Plus.BOUND_PROFILE_PACKAGE));
    }

    @Test
    void cancelSession_answers_the_header_alone() throws Exception {
        JsonNode answer = call("cancelSession", cancelSession());

        var request = (CancelSessionRequestEs9) role.requests.get(0);
        assertThat(request.encoded()).isEqualTo(Requests.CANCEL_SESSION.encoded());
        assertThat(answer).hasSize(1);
    }

    @Test
    void handleNotification_answers_no_content() {
        HttpResponse<String> response = server.post("handleNotification", handleNotification());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("X-Admin-Protocol")).contains("gsma/rsp/v2.5.0");
        assertThat(((PendingNotification) role.requests.get(0)).encoded())
                .isEqualTo(Requests.HANDLE_NOTIFICATION.pendingNotification().encoded());
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("initiateAuthentication", initiateAuthentication()),
                Arguments.of("authenticateClient", authenticateClient("00FF00AABBCCDDEE")),
                Arguments.of("getBoundProfilePackage", getBoundProfilePackage()),
                Arguments.of("cancelSession", cancelSession()),
                Arguments.of("handleNotification", handleNotification()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void members_that_are_not_known_are_ignored(String function, String body) {
        String extended = body.replaceFirst("\\{", "{\"lpaRspCapability\":{\"a\":[1,2,{\"b\":null}]},");

        assertThat(server.post(function, extended).body()).doesNotContain("Failed");
        assertThat(role.requests).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_member_is_mandatory(String function, String body) throws Exception {
        JsonNode members = MAPPER.readTree(body);
        for (String name : (Iterable<String>) members::fieldNames) {
            JsonNode without = members.deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode) without).remove(name);

            HttpResponse<String> response = server.post(function, without.toString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"2.2\"", name + " is missing");
        }
        assertThat(role.requests).isEmpty();
        assertThat(audit.lines()).hasSize(members.size());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_member_of_another_type_or_form_is_refused(String function, String body) throws Exception {
        JsonNode members = MAPPER.readTree(body);
        for (String name : (Iterable<String>) members::fieldNames) {
            for (String bad : new String[] {"7", "true", "{}", "[]", "\"*\"", "\"AAAA\""}) {
                if (bad.startsWith("\"") && name.equals("smdpAddress")
                        || bad.equals("\"AAAA\"") && name.equals("transactionId")) {
                    continue;
                }
                JsonNode changed = members.deepCopy();
                ((com.fasterxml.jackson.databind.node.ObjectNode) changed).set(name, MAPPER.readTree(bad));

                assertThat(server.post(function, changed.toString()).body())
                        .as("%s = %s", name, bad)
                        .contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"2.1\"");
            }
        }
        assertThat(role.requests).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void an_ASN1_value_that_is_cut_off_is_refused(String function, String body) throws Exception {
        JsonNode members = MAPPER.readTree(body);
        String last = null;
        for (String name : (Iterable<String>) members::fieldNames) {
            last = name.equals("smdpAddress") ? last : name;
        }
        byte[] value = members.get(last).binaryValue();
        for (int length = 0; length < value.length; length += 3) {
            JsonNode changed = members.deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode) changed).put(last, Arrays.copyOf(value, length));

            assertThat(server.post(function, changed.toString()).body())
                    .contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"2.1\"");
        }
        assertThat(role.requests).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void each_status_code_comes_out_as_a_failed_function(StatusCode code) throws Exception {
        role.failure = new FunctionException(code, "here");

        HttpResponse<String> response = server.post("authenticateClient", authenticateClient("00FF00AABBCCDDEE"));

        JsonNode data = MAPPER.readTree(response.body()).at("/header/functionExecutionStatus/statusCodeData");
        assertThat(data.at("/subjectCode").asText()).isEqualTo(code.subjectCode());
        assertThat(data.at("/reasonCode").asText()).isEqualTo(code.reasonCode());
        assertThat(response.headers().firstValue("X-Admin-Protocol")).contains("gsma/rsp/v2.5.0");
    }

    @Test
    void a_request_without_the_protocol_header_is_refused() {
        HttpResponse<String> response = server.send(server.request("cancelSession")
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(cancelSession())));

        assertThat(response.body()).contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"2.2\"");
        assertThat(role.requests).isEmpty();
    }

    @Test
    void a_request_without_a_media_type_is_refused() {
        HttpResponse<String> response = server.send(server.request("cancelSession")
                .header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
                .POST(HttpRequest.BodyPublishers.ofString(cancelSession())));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(role.requests).isEmpty();
    }

    private JsonNode call(String function, String body) throws IOException {
        HttpResponse<String> response = server.post(function, body);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Admin-Protocol")).contains("gsma/rsp/v2.5.0");
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().length());
        JsonNode answer = MAPPER.readTree(response.body());
        assertThat(answer.at("/header/functionExecutionStatus/status").asText()).isEqualTo("Executed-Success");
        assertThat(audit.lines()).isEmpty();
        return answer;
    }

    private static String initiateAuthentication() {
        var request = Requests.INITIATE_AUTHENTICATION;
        return json(
                "euiccChallenge", base64(request.euiccChallenge()),
                "euiccInfo1", base64(request.euiccInfo1().encoded()),
                "smdpAddress", request.smdpAddress());
    }

    private static String authenticateClient(String transactionId) {
        return json(
                "transactionId",
                transactionId,
                "authenticateServerResponse",
                base64(Requests.AUTHENTICATE_CLIENT.authenticateServerResponse().encoded()));
    }

    private static String getBoundProfilePackage() {
        var request = Requests.GET_BOUND_PROFILE_PACKAGE;
        return json(
                "transactionId", request.transactionId().text(),
                "prepareDownloadResponse",
                        base64(request.prepareDownloadResponse().encoded()));
    }

    private static String cancelSession() {
        var request = Requests.CANCEL_SESSION;
        return json(
                "transactionId", request.transactionId().text(),
                "cancelSessionResponse", base64(request.cancelSessionResponse().encoded()));
    }

    private static String handleNotification() {
        return json(
                "pendingNotification",
                base64(Requests.HANDLE_NOTIFICATION.pendingNotification().encoded()));
    }

    private static String json(String... members) {
        var object = MAPPER.createObjectNode();
        for (int i = 0; i < members.length; i += 2) {
            object.put(members[i], members[i + 1]);
        }
        return object.toString();
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
