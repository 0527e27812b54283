package org.mintline.web.rest.es9plus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.es9plus.AuthenticateClientError;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionError;
import org.mintline.rsp.es9plus.CancelSessionResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageError;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationError;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningRequest;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningResponse;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.Es9Plus;
import org.mintline.web.rest.RecordedAudit;
import org.mintline.web.rest.RestServer;

class Es9PlusAsn1BindingTest {
    private static final RecordedEs9Plus ROLE = new RecordedEs9Plus();
    private static final RecordedAudit AUDIT = new RecordedAudit();
    private static RestServer server;

    @BeforeContainer
    static void start() throws IOException {
        server = new RestServer(new Asn1Application(), Map.of(Es9Plus.class, ROLE, AuditTrail.class, AUDIT));
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @AfterTry
    void forget() {
        ROLE.requests.clear();
        ROLE.failure = null;
    }

    @Example
    void each_function_is_carried_both_ways() {
        assertThat(call(Requests.INITIATE_AUTHENTICATION).encoded())
                .isEqualTo(RecordedEs9Plus.authenticationInitiated().encoded());
        assertThat(call(Requests.AUTHENTICATE_CLIENT).encoded())
                .isEqualTo(RecordedEs9Plus.clientAuthenticated().encoded());
        assertThat(call(Requests.GET_BOUND_PROFILE_PACKAGE).encoded())
                .isEqualTo(RecordedEs9Plus.packageBound().encoded());
        assertThat(call(Requests.CANCEL_SESSION)).isInstanceOf(CancelSessionResponseEs9.Ok.class);
        assertThat(ROLE.requests).hasSize(4);
    }

    @Example
    void handleNotification_answers_no_content() {
        HttpResponse<byte[]> response = post(Requests.HANDLE_NOTIFICATION.body());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(ROLE.requests).hasSize(1);
    }

    @Property
    void each_status_code_comes_out_as_the_integer_of_the_function(@ForAll StatusCode code) {
        ROLE.failure = new FunctionException(code, "here");

        assertThat(call(Requests.INITIATE_AUTHENTICATION))
                .isEqualTo(new InitiateAuthenticationResponse.Error(InitiateAuthenticationError.of(code)));
        assertThat(call(Requests.AUTHENTICATE_CLIENT))
                .isEqualTo(new AuthenticateClientResponseEs9.Error(AuthenticateClientError.of(code)));
        assertThat(call(Requests.GET_BOUND_PROFILE_PACKAGE))
                .isEqualTo(new GetBoundProfilePackageResponse.Error(GetBoundProfilePackageError.of(code)));
        assertThat(call(Requests.CANCEL_SESSION))
                .isEqualTo(new CancelSessionResponseEs9.Error(CancelSessionError.of(code)));
    }

    @Example
    void an_error_that_nobody_foresaw_is_the_undefined_error() {
        ROLE.failure = new IllegalStateException("the secret inside");

        assertThat(call(Requests.AUTHENTICATE_CLIENT))
                .isEqualTo(new AuthenticateClientResponseEs9.Error(AuthenticateClientError.UNDEFINED_ERROR));
        assertThat(call(Requests.INITIATE_AUTHENTICATION))
                .isEqualTo(new InitiateAuthenticationResponse.Error(InitiateAuthenticationError.UNDEFINED_ERROR));
        HttpResponse<byte[]> notification = post(Requests.HANDLE_NOTIFICATION.body());
        assertThat(notification.statusCode()).isEqualTo(500);
        assertThat(notification.body()).isEmpty();
    }

    @Property(tries = 500)
    void bytes_that_are_no_request_are_a_bad_request(@ForAll byte[] body) {
        assertThat(post(body).statusCode()).isEqualTo(400);
        assertThat(ROLE.requests).isEmpty();
    }

    @Example
    void a_request_that_is_cut_off_is_a_bad_request_with_an_audit_line() throws IOException {
        RecordedAudit audit = new RecordedAudit();
        byte[] whole = Requests.AUTHENTICATE_CLIENT.body();
        try (RestServer own =
                new RestServer(new Asn1Application(), Map.of(Es9Plus.class, ROLE, AuditTrail.class, audit))) {
            for (int length = 0; length < whole.length; length += 5) {
                byte[] cutOff = Arrays.copyOf(whole, length);

                assertThat(own.send(request("application/x-gsma-rsp-asn1", "gsma/rsp/v2.2.0", cutOff, own))
                                .statusCode())
                        .isEqualTo(400);
            }
        }
        assertThat(audit.lines()).hasSize((whole.length + 4) / 5).allSatisfy(line -> assertThat(line.outcome())
                .isEqualTo("1.6/2.1"));
        assertThat(ROLE.requests).isEmpty();
    }

    @Example
    void another_protocol_version_or_media_type_is_refused() {
        byte[] body = Requests.CANCEL_SESSION.body();
        HttpRequest.Builder version = request("application/x-gsma-rsp-asn1", "gsma/rsp/v1.0.0", body);
        HttpRequest.Builder mediaType = request("application/json", "gsma/rsp/v2.2.0", body);

        assertThat(List.of(
                        server.send(version).statusCode(),
                        server.send(mediaType).statusCode()))
                .containsExactly(400, 415);
        assertThat(ROLE.requests).isEmpty();
    }

    private static RemoteProfileProvisioningResponse call(RemoteProfileProvisioningRequest request) {
        HttpResponse<byte[]> response = post(request.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-gsma-rsp-asn1");
        assertThat(response.headers().firstValue("X-Admin-Protocol")).contains("gsma/rsp/v2.5.0");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
        return RemoteProfileProvisioningResponse.decode(response.body());
    }

    private static HttpResponse<byte[]> post(byte[] body) {
        return server.send(
                request("application/x-gsma-rsp-asn1", "gsma/rsp/v2.2.0", body),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String mediaType, String version, byte[] body) {
        return request(mediaType, version, body, server);
    }

    private static HttpRequest.Builder request(String mediaType, String version, byte[] body, RestServer to) {
        return to.request("")
                .header("Content-Type", mediaType)
                .header("X-Admin-Protocol", version)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
}
