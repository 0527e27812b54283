package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mintline.audit.AuditTrail;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorExistsException;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.RecordedAudit;
import org.mintline.web.rest.RestServer;
import org.mintline.web.rest.TestCertificate;

class OperatorsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final X509Certificate CERTIFICATE = TestCertificate.selfSigned("CN=client");

    private final Registered operators = new Registered();
    private final RecordedAudit audit = new RecordedAudit();
    private RestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RestServer(
                new AdministrationApplication(),
                Map.of(OperatorDirectory.class, operators, AuditTrail.class, audit),
                new TwoUsers());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_operator_is_registered_and_found_again() throws Exception {
        HttpResponse<String> registered = post(body("Example Mobile", pem()));

        assertThat(registered.statusCode()).isEqualTo(200);
        JsonNode operator = MAPPER.readTree(registered.body());
        assertThat(operator.at("/id").asLong()).isEqualTo(1);
        assertThat(operators.certificates).containsExactly(CERTIFICATE);
        assertThat(MAPPER.readTree(get("operators/1", "Basic YWRtaW46c2VjcmV0").body()))
                .isEqualTo(operator);
        assertThat(MAPPER.readTree(get("operators", "Basic YWRtaW46c2VjcmV0").body()))
                .containsExactly(operator);
    }

    @Test
    void a_name_that_is_taken_is_a_conflict() throws Exception {
        post(body("Example Mobile", pem()));

        HttpResponse<String> again = post(body("Example Mobile", pem()));

        assertProblem(again, 409);
    }

    @Test
    void what_is_no_certificate_is_a_bad_request() throws Exception {
        assertProblem(
                post(body("Example Mobile", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")), 400);
        assertProblem(post(body("Example Mobile", "")), 400);
        assertProblem(post("{\"name\":\"Example Mobile\"}"), 400);
        assertThat(operators.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operators/2", "operators/0", "operators/x", "nothing"})
    void what_is_not_there_is_not_found(String path) throws Exception {
        assertProblem(get(path, "Basic YWRtaW46c2VjcmV0"), 404);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,401",
                "Bearer abc,401",
                "Basic !,401",
                "Basic YWRtaW4=,401",
                "Basic YWRtaW46d3Jvbmc=,401",
                "Basic YXVkaXRvcjpzZWNyZXQ=,403"
            })
    void nobody_but_an_administrator_is_let_in(String authorization, int status) throws Exception {
        HttpResponse<String> response = get("operators", authorization);

        assertProblem(response, status);
        assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(status == 401);
    }

    @Test
    void a_wrong_password_is_recorded() throws Exception {
        get("operators", "Basic YWRtaW46d3Jvbmc=");

        assertThat(audit.lines()).hasSize(1).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo("administration:127.0.0.1");
            assertThat(line.outcome()).isEqualTo("HTTP 401");
            assertThat(line.detail()).doesNotContain("wrong\"");
        });
    }

    private static void assertProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(MAPPER.readTree(response.body()).at("/status").asInt()).isEqualTo(status);
    }

    private HttpResponse<String> get(String path, String authorization) {
        HttpRequest.Builder request = server.request(path).GET();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return server.send(request);
    }

    private HttpResponse<String> post(String body) {
        return server.send(server.request("operators")
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic YWRtaW46c2VjcmV0")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String body(String name, String certificate) throws IOException {
        return MAPPER.writeValueAsString(Map.of(
                "name", name, "functionRequesterIdentifier", "2.999.1", "clientCertificates", List.of(certificate)));
    }

    private static String pem() throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(CERTIFICATE.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static final class Registered implements OperatorDirectory {
        private final List<Operator> all = new ArrayList<>();
        private final List<X509Certificate> certificates = new ArrayList<>();

        @Override
        public Optional<Operator> findByClientCertificate(X509Certificate certificate) {
            return certificates.contains(certificate) ? Optional.of(all.get(0)) : Optional.empty();
        }

        @Override
        public Optional<Operator> find(OperatorId id) {
            return all.stream().filter(operator -> operator.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Operator> findByName(String name) {
            return all.stream().filter(operator -> operator.name().equals(name)).findFirst();
        }

        @Override
        public List<Operator> list() {
            return List.copyOf(all);
        }

        @Override
        public Operator register(
                String name, String requester, Optional<URI> callback, List<X509Certificate> clientCertificates) {
            if (findByName(name).isPresent()) {
                throw new OperatorExistsException(name + " is taken");
            }
            Operator operator = new Operator(new OperatorId(all.size() + 1), name, requester, callback);
            all.add(operator);
            certificates.addAll(clientCertificates);
            return operator;
        }
    }
}
