package org.mintline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningResponse;

/** Sends bad requests, one after the other, and looks what became of each: the answer, the profiles, the audit trail, the log. */
final class BadInput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final Evidence evidence;
    private final String profiles;

    /** @param evidence of the state that nothing may change */
    BadInput(Wire wire, Evidence evidence) throws IOException, InterruptedException {
        this.wire = wire;
        this.evidence = evidence;
        this.profiles = evidence.profiles();
    }

    /** A test for the answer to each case, and then tests of what they left behind together. */
    Stream<DynamicTest> tests(List<BadCase> cases) {
        Set<String> due = cases.stream()
                .map(BadCase::audited)
                .filter(outcome -> !outcome.isEmpty())
                .collect(Collectors.toSet());
        return Stream.concat(
                cases.stream().map(bad -> dynamicTest(bad.name(), () -> test(bad))),
                Stream.of(
                        dynamicTest("the profiles are as they were", () -> assertThat(evidence.profiles())
                                .isEqualTo(profiles)),
                        dynamicTest("the audit trail has the refusals", () -> assertThat(evidence.auditOutcomes())
                                .containsAll(due)),
                        dynamicTest("the audit chain holds", () -> assertThat(evidence.isAuditIntact())
                                .isTrue()),
                        dynamicTest("the log has no error and no stack trace", () -> assertThat(evidence.complaints())
                                .isEmpty())));
    }

    private void test(BadCase bad) throws IOException {
        Wire.Answer answer = wire.send(bad.request());

        assertThat(answer.status()).as("%s", answer.head()).isEqualTo(bad.status());
        assertThat(outcome(answer)).isEqualTo(bad.outcome());
    }

    private static String outcome(Wire.Answer answer) throws IOException {
        boolean json = answer.head().contains("application/json");
        if (answer.body().length == 0 || !json && !answer.head().contains("application/x-gsma-rsp-asn1")) {
            return "";
        }
        if (json) {
            JsonNode codes = JSON.readTree(answer.body()).at("/header/functionExecutionStatus/statusCodeData");
            return codes.path("subjectCode").asText() + "/"
                    + codes.path("reasonCode").asText();
        }
        return error(RemoteProfileProvisioningResponse.decode(answer.body()));
    }

    private static String error(RemoteProfileProvisioningResponse response) {
        if (response instanceof InitiateAuthenticationResponse.Error error) {
            return error.initiateAuthenticationError().name();
        }
        if (response instanceof AuthenticateClientResponseEs9.Error error) {
            return error.authenticateClientError().name();
        }
        if (response instanceof GetBoundProfilePackageResponse.Error error) {
            return error.getBoundProfilePackageError().name();
        }
        if (response instanceof CancelSessionResponseEs9.Error error) {
            return error.cancelSessionError().name();
        }
        return "no error";
    }
}
