package org.mintline.web.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
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
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.tenancy.ClientCertificate;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorAdministration;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorExistsException;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.rest.TestCertificate;

class OperatorsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final X509Certificate CERTIFICATE = TestCertificate.selfSigned("CN=client");

    private final Registered operators = new Registered();
    private AdministrationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AdministrationServer(Map.of(
                OperatorDirectory.class,
                operators,
                OperatorAdministration.class,
                operators,
                ProfileCatalogue.class,
                new OneProfile()));
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
        assertThat(MAPPER.readTree(server.get("operators/1").body())).isEqualTo(operator);
        assertThat(MAPPER.readTree(server.get("operators").body())).containsExactly(operator);
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
        assertProblem(server.get(path), 404);
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
        HttpResponse<String> response = server.getAs(Optional.ofNullable(authorization), "operators");

        assertProblem(response, status);
        assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(status == 401);
    }

    @Test
    void a_wrong_password_is_recorded() throws Exception {
        server.getAs(Optional.of("Basic YWRtaW46d3Jvbmc="), "operators");

        assertThat(server.audit().lines()).hasSize(1).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo("administration:127.0.0.1");
            assertThat(line.outcome()).isEqualTo("HTTP 401");
            assertThat(line.detail()).doesNotContain("wrong\"");
        });
    }

    @Test
    void a_wrong_password_and_a_user_that_is_not_there_are_told_alike_with_what_locks_a_name() throws Exception {
        HttpResponse<String> wrongPassword = server.getAs(Optional.of(basic("admin:wrong")), "operators");
        HttpResponse<String> noSuchUser = server.getAs(Optional.of(basic("nobody:wrong")), "operators");

        assertThat(MAPPER.readTree(wrongPassword.body()).at("/detail").asText())
                .contains("After 10 wrong passwords", "5 minutes");
        assertThat(noSuchUser.body()).isEqualTo(wrongPassword.body());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void client_certificates_are_added_listed_and_revoked() throws Exception {
        post("operators", body("Example Mobile"));

        HttpResponse<String> added =
                post("operators/1/clientCertificates", MAPPER.writeValueAsString(Map.of("certificate", pem())));
        String fingerprint = MAPPER.readTree(added.body()).at("/fingerprint").asText();
        HttpResponse<String> deleted = server.delete("operators/1/clientCertificates/" + fingerprint);

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(operators.revoked).containsExactly(fingerprint);
        JsonNode listed =
                MAPPER.readTree(server.get("operators/1/clientCertificates").body());
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/subject").asText()).isEqualTo("CN=client");
        assertThat(Instant.parse(listed.at("/0/notAfter").asText())).isAfter(Instant.EPOCH);
        assertProblem(server.delete("operators/1/clientCertificates/00"), 404);
        assertProblem(server.get("operators/2/clientCertificates"), 404);
    }

    @Test
    void the_callback_address_is_changed_and_taken_away() throws Exception {
        post("operators", body("Example Mobile"));

        HttpResponse<String> changed =
                server.send("PUT", "operators/1/callbackAddress", "{\"callbackAddress\":\"https://es2.example/base\"}");
        HttpResponse<String> taken = server.send("PUT", "operators/1/callbackAddress", "{}");

        assertThat(MAPPER.readTree(changed.body()).at("/callbackAddress").asText())
                .isEqualTo("https://es2.example/base");
        assertThat(MAPPER.readTree(taken.body()).has("callbackAddress")).isFalse();
        assertProblem(
                server.send("PUT", "operators/1/callbackAddress", "{\"callbackAddress\":\"http://es2.example\"}"), 400);
    }

    private static void assertProblem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(MAPPER.readTree(response.body()).at("/status").asInt()).isEqualTo(status);
    }

    private HttpResponse<String> post(String body) {
        return post("operators", body);
    }

    private HttpResponse<String> post(String path, String body) {
        return server.send("POST", path, body);
    }

    private static String body(String name, String... certificates) throws IOException {
        return MAPPER.writeValueAsString(Map.of(
                "name", name, "functionRequesterIdentifier", "2.999.1", "clientCertificates", List.of(certificates)));
    }

    private static String pem() throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(CERTIFICATE.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static final class Registered implements OperatorDirectory, OperatorAdministration {
        private final List<String> revoked = new ArrayList<>();

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

        @Override
        public List<ClientCertificate> clientCertificates(OperatorId operator) {
            return certificates.stream().map(this::describe).toList();
        }

        @Override
        public ClientCertificate registerClientCertificate(OperatorId operator, X509Certificate certificate) {
            certificates.add(certificate);
            return describe(certificate);
        }

        @Override
        public void revokeClientCertificate(OperatorId operator, String fingerprint) {
            revoked.add(fingerprint);
        }

        @Override
        public Operator changeCallbackAddress(OperatorId operator, Optional<URI> callbackAddress) {
            Operator before = find(operator).orElseThrow();
            Operator after =
                    new Operator(operator, before.name(), before.functionRequesterIdentifier(), callbackAddress);
            all.set(all.indexOf(before), after);
            return after;
        }

        private ClientCertificate describe(X509Certificate certificate) {
            return new ClientCertificate(
                    ClientCertificate.fingerprint(certificate),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getNotAfter().toInstant(),
                    Instant.now(),
                    Optional.empty());
        }
    }
}
