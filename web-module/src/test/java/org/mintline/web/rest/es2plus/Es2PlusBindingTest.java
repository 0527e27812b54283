package org.mintline.web.rest.es2plus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.RecordedAudit;
import org.mintline.web.rest.RestServer;
import org.mintline.web.rest.TestCertificate;

class Es2PlusBindingTest {
    private static final String ICCID = "8949000000000000017";
    private static final String EID = "89049032123451234512345678901235";
    private static final String HEADER =
            "\"header\":{\"functionRequesterIdentifier\":\"2.999.1\",\"functionCallIdentifier\":\"call-1\"}";
    private static final Operator OPERATOR =
            new Operator(new OperatorId(1), "Example Mobile", "2.999.1", Optional.empty());
    private static final X509Certificate CERTIFICATE = TestCertificate.selfSigned("CN=client");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RecordedAudit audit = new RecordedAudit();
    private final RecordedEs2Plus role = new RecordedEs2Plus();
    private X509Certificate presented = CERTIFICATE;
    private RestServer server;

    @BeforeEach
    void start() throws IOException {
        Map<Class<?>, Object> roles =
                Map.of(Es2Plus.class, role, OperatorDirectory.class, new OneOperator(), AuditTrail.class, audit);
        server = new RestServer(new Es2PlusApplication(), roles, new PresentedCertificate());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadOrder_hands_over_what_was_ordered_and_answers_the_ICCID() throws Exception {
        HttpResponse<String> response = server.post(
                "downloadOrder",
                "{" + HEADER + ",\"eid\":\"" + EID + "\",\"iccid\":\"" + ICCID + "F\",\"unknown\":[1,{}]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Admin-Protocol")).contains("gsma/rsp/v2.5.0");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonNode body = MAPPER.readTree(response.body());
        assertThat(body.at("/header/functionExecutionStatus/status").asText()).isEqualTo("Executed-Success");
        assertThat(body.at("/header/functionExecutionStatus").has("statusCodeData"))
                .isFalse();
        assertThat(body.at("/iccid").asText()).isEqualTo(ICCID);
        assertThat(role.calls)
                .containsExactly(
                        new Es2Plus.Call(OPERATOR, "call-1"),
                        new Es2Plus.DownloadOrder(Optional.of(EID), Optional.of(ICCID + "F"), Optional.empty()));
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void confirmOrder_tells_an_empty_matchingId_from_an_absent_one() throws Exception {
        String before = "{" + HEADER + ",\"iccid\":\"" + ICCID + "\",\"releaseFlag\":true";

        server.post("confirmOrder", before + ",\"matchingId\":\"\"}");
        server.post("confirmOrder", before + ",\"confirmationCode\":\"4711\"}");

        assertThat(role.calls)
                .contains(
                        new Es2Plus.ConfirmOrder(
                                ICCID, Optional.empty(), Optional.of(""), Optional.empty(), Optional.empty(), true),
                        new Es2Plus.ConfirmOrder(
                                ICCID,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("4711"),
                                Optional.empty(),
                                true));
    }

    @Test
    void confirmOrder_answers_only_the_members_that_there_are() throws Exception {
        HttpResponse<String> response =
                server.post("confirmOrder", "{" + HEADER + ",\"iccid\":\"" + ICCID + "\",\"releaseFlag\":false}");

        JsonNode body = MAPPER.readTree(response.body());
        assertThat(body.at("/matchingId").asText()).isEqualTo("A-1");
        assertThat(body.has("eid")).isFalse();
        assertThat(body.at("/smdpAddress").asText()).isEqualTo("smdpplus.mintline.test");
    }

    @Test
    void cancelOrder_and_releaseProfile_answer_the_header_alone() {
        HttpResponse<String> cancelled = server.post(
                "cancelOrder",
                "{" + HEADER + ",\"iccid\":\"" + ICCID + "\",\"finalProfileStatusIndicator\":\"Unavailable\"}");
        HttpResponse<String> released = server.post("releaseProfile", "{" + HEADER + ",\"iccid\":\"" + ICCID + "\"}");

        String success = "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}";
        assertThat(cancelled.body()).isEqualTo(success);
        assertThat(released.body()).isEqualTo(success);
        assertThat(role.calls)
                .contains(new Es2Plus.CancelOrder(ICCID, Optional.empty(), Optional.empty(), "Unavailable"), ICCID);
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void each_status_code_comes_out_as_a_failed_function(StatusCode code) throws Exception {
        role.failure = new FunctionException(code, ICCID, "as the test wants it");

        HttpResponse<String> response = server.post("releaseProfile", "{" + HEADER + ",\"iccid\":\"" + ICCID + "\"}");

        assertThat(response.statusCode()).isEqualTo(code == StatusCode.FUNCTION_REQUESTER_UNKNOWN ? 403 : 200);
        JsonNode status = MAPPER.readTree(response.body()).at("/header/functionExecutionStatus");
        assertThat(status.at("/status").asText()).isEqualTo("Failed");
        assertThat(status.at("/statusCodeData/subjectCode").asText()).isEqualTo(code.subjectCode());
        assertThat(status.at("/statusCodeData/reasonCode").asText()).isEqualTo(code.reasonCode());
        assertThat(status.at("/statusCodeData/subjectIdentifier").asText()).isEqualTo(ICCID);
        assertThat(status.at("/statusCodeData/message").asText()).isEqualTo(code.meaning() + ": as the test wants it");
        assertThat(audit.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                                           | 2.2
                    {"header":null,"iccid":"8949000000000000017"}                                                | 2.2
                    {"header":{"functionRequesterIdentifier":"2.999.1"},"iccid":"8949000000000000017"}           | 2.2
                    {"header":{"functionRequesterIdentifier":7,"functionCallIdentifier":"a"},"iccid":"894900000"}| 2.1
                    {"header":"me","iccid":"8949000000000000017"}                                                | 2.1
                    [1,2]                                                                                        | 2.1
                    null                                                                                         | 2.1
                    "text"                                                                                       | 2.1
                    {"header":                                                                                   | 2.1
                    {} {}                                                                                        | 2.1
                    {"iccid":"1","iccid":"1"}                                                                    | 2.1
                    """)
    void a_body_that_is_not_of_the_shape_gets_its_code_and_an_audit_line(String body, String reason) throws Exception {
        HttpResponse<String> response = server.post("releaseProfile", body);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode data = MAPPER.readTree(response.body()).at("/header/functionExecutionStatus/statusCodeData");
        assertThat(data.at("/subjectCode").asText()).isEqualTo("1.6");
        assertThat(data.at("/reasonCode").asText()).isEqualTo(reason);
        assertThat(role.calls).isEmpty();
        assertThat(audit.lines()).hasSize(1).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo("es2plus:127.0.0.1");
            assertThat(line.subject()).isEqualTo("function:releaseProfile");
            assertThat(line.outcome()).isEqualTo("1.6/" + reason);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iccid\":\"89490000000000000A7\"",
                "\"iccid\":\"8949\"",
                "\"iccid\":\"8949000000000000017\",\"eid\":\"8904903212345123451234567890123\"",
                "\"iccid\":\"8949000000000000017\",\"matchingId\":\"a$b\"",
                "\"iccid\":\"8949000000000000017\",\"releaseFlag\":\"true\"",
                "\"iccid\":\"8949000000000000017\",\"releaseFlag\":1",
                "\"iccid\":8949000000000000017",
                "\"iccid\":[\"8949000000000000017\"]",
            })
    void a_value_out_of_its_form_is_refused(String members) throws Exception {
        String flag = members.contains("releaseFlag") ? "" : ",\"releaseFlag\":true";

        HttpResponse<String> response = server.post("confirmOrder", "{" + HEADER + "," + members + flag + "}");

        JsonNode data = MAPPER.readTree(response.body()).at("/header/functionExecutionStatus/statusCodeData");
        assertThat(data.at("/subjectCode").asText() + "/"
                        + data.at("/reasonCode").asText())
                .isEqualTo("1.6/2.1");
        assertThat(role.calls).isEmpty();
    }

    @Test
    void downloadOrder_needs_an_iccid_or_a_profileType() throws Exception {
        HttpResponse<String> response = server.post("downloadOrder", "{" + HEADER + "}");

        assertThat(response.body()).contains("\"reasonCode\":\"2.2\"", "iccid or profileType");
    }

    @Test
    void nesting_without_end_is_refused_as_malformed() {
        HttpResponse<String> response =
                server.post("releaseProfile", "{\"unknown\":" + "[".repeat(5000) + "]".repeat(5000) + "}");

        assertThat(response.body()).contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"2.1\"");
    }

    @Test
    void a_client_certificate_of_nobody_is_forbidden() {
        presented = TestCertificate.selfSigned("CN=somebody else");

        HttpResponse<String> response = server.post("releaseProfile", "{" + HEADER + ",\"iccid\":\"" + ICCID + "\"}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("\"subjectCode\":\"1.2\",\"reasonCode\":\"1.1\"");
        assertThat(role.calls).isEmpty();
        assertThat(audit.lines()).hasSize(1);
    }

    @Test
    void a_requester_identifier_of_another_operator_is_refused() {
        HttpResponse<String> response = server.post(
                "releaseProfile", "{" + HEADER.replace("2.999.1", "2.999.2") + ",\"iccid\":\"" + ICCID + "\"}");

        assertThat(response.body()).contains("\"subjectCode\":\"1.2\",\"reasonCode\":\"1.2\"");
        assertThat(role.calls).isEmpty();
        assertThat(audit.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"gsma/rsp/v1.0.0,3.1", "gsma/rsp/v3.0.0,3.1", "gsma/rsp/2.0.0,2.1", "anything,2.1", ",2.2"})
    void the_protocol_version_is_checked(String version, String reason) {
        HttpRequest.Builder request = server.request("releaseProfile")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{" + HEADER + ",\"iccid\":\"" + ICCID + "\"}"));
        if (version != null) {
            request.header("X-Admin-Protocol", version);
        }

        HttpResponse<String> response = server.send(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"" + reason + "\"");
        assertThat(response.headers().firstValue("X-Admin-Protocol")).contains("gsma/rsp/v2.5.0");
    }

    @Test
    void what_reaches_no_function_gets_an_HTTP_status() {
        HttpResponse<String> unknown = server.post("unknownFunction", "{}");
        HttpResponse<String> get = server.send(server.request("releaseProfile").GET());
        HttpResponse<String> text = server.send(server.request("releaseProfile")
                .header("Content-Type", "text/plain")
                .header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(List.of(unknown.statusCode(), get.statusCode(), text.statusCode()))
                .containsExactly(404, 405, 415);
        assertThat(unknown.body() + get.body() + text.body()).isEmpty();
    }

    @Test
    void an_error_that_nobody_foresaw_tells_the_caller_a_number_and_nothing_else() {
        role.failure = new IllegalStateException("the secret inside");

        HttpResponse<String> response = server.post("releaseProfile", "{" + HEADER + ",\"iccid\":\"" + ICCID + "\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"subjectCode\":\"1.6\",\"reasonCode\":\"4.2\"")
                .containsPattern("incident [0-9a-f]{8}")
                .doesNotContain("secret", "Exception");
    }

    private static final class RecordedEs2Plus implements Es2Plus {
        private final List<Object> calls = new ArrayList<>();
        private RuntimeException failure;

        @Override
        public String downloadOrder(Call call, DownloadOrder order) {
            take(call, order);
            return ICCID;
        }

        @Override
        public OrderConfirmed confirmOrder(Call call, ConfirmOrder order) {
            take(call, order);
            return new OrderConfirmed(Optional.empty(), "A-1", Optional.of("smdpplus.mintline.test"));
        }

        @Override
        public void cancelOrder(Call call, CancelOrder order) {
            take(call, order);
        }

        @Override
        public void releaseProfile(Call call, String iccid) {
            take(call, iccid);
        }

        private void take(Call call, Object order) {
            if (failure != null) {
                throw failure;
            }
            calls.add(call);
            calls.add(order);
        }
    }

    private static final class OneOperator implements OperatorDirectory {
        @Override
        public Optional<Operator> findByClientCertificate(X509Certificate certificate) {
            return certificate.equals(CERTIFICATE) ? Optional.of(OPERATOR) : Optional.empty();
        }

        @Override
        public Optional<Operator> find(OperatorId id) {
            return list().stream().filter(operator -> operator.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Operator> findByName(String name) {
            return list().stream()
                    .filter(operator -> operator.name().equals(name))
                    .findFirst();
        }

        @Override
        public List<Operator> list() {
            return List.of(OPERATOR);
        }

        @Override
        public Operator register(
                String name, String requester, Optional<URI> callback, List<X509Certificate> certificates) {
            throw new UnsupportedOperationException("nobody registers over ES2+");
        }
    }

    /** Puts a certificate where the container puts that of the TLS session. */
    private final class PresentedCertificate extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {presented});
            chain.doFilter(request, response);
        }
    }
}
