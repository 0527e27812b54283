package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mintline.device.lpa.DownloadResult;
import org.mintline.device.lpa.EndUser;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.identification.ConfirmationCode;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;
import org.mintline.sgp23.SimulatedDevice.Way;

/**
 * AuthenticateClient, GetBoundProfilePackage and CancelSession, NIST and BRP (SGP.23, clauses 4.3.13, 4.3.14 and 4.3.16). The
 * activation code is the way in; cases of the default SM-DP+ and of the SM-DS are not here.
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_DownloadIT {
    private static final TransactionId UNKNOWN = new TransactionId("00112233445566778899AABBCCDDEEFF");
    private static final String OTHER_EID = "89049032123451234512345678901235";
    private static final String CODE = "4711";

    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_DownloadIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    static Stream<Way> ways() {
        return Way.all();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void GetBoundProfilePackage_03_random_keys_without_confirmation_code(Way way) throws Exception {
        String iccid = operator.profileInStock();
        String matchingId = release(iccid, Optional.empty(), Optional.empty());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            DownloadResult result = device.download(matchingId, EndUser.AGREEING);

            assertThat(result.isInstalled()).isTrue();
            assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo("INSTALLED");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void GetBoundProfilePackage_04_random_keys_with_confirmation_code(Way way) throws Exception {
        String matchingId = release(operator.profileInStock(), Optional.empty(), Optional.of(CODE));
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            assertThat(device.download(matchingId, EndUser.of(Optional.of(CODE)))
                            .isInstalled())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void GetBoundProfilePackage_Error_01_invalid_eUICC_signature(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, Optional.empty());
            var good = device.prepareDownload(offer, Optional.empty());
            var ok = (PrepareDownloadResponse.Ok) good.prepareDownloadResponse();
            var bad = new PrepareDownloadResponse.Ok(ok.euiccSigned2(), flipped(ok.euiccSignature2()));

            way.failed(
                    () -> device.es9plus()
                            .getBoundProfilePackage(new GetBoundProfilePackageRequest(offer.transactionId(), bad)),
                    "8.1/6.1",
                    "EUICC_SIGNATURE_INVALID");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void GetBoundProfilePackage_Error_02_and_03_unknown_TransactionID(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var good = device.prepareDownload(offered(device, Optional.empty()), Optional.empty());

            way.failed(
                    () -> device.es9plus()
                            .getBoundProfilePackage(
                                    new GetBoundProfilePackageRequest(UNKNOWN, good.prepareDownloadResponse())),
                    "8.10.1/3.9",
                    "INVALID_TRANSACTION_ID");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void GetBoundProfilePackage_Error_05_refused_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, Optional.of(CODE));
            byte[] hashCc = ConfirmationCode.hashCc(new ConfirmationCode("1234").hash(), offer.transactionId());

            way.failed(
                    () -> device.es9plus().getBoundProfilePackage(device.prepareDownload(offer, Optional.of(hashCc))),
                    "8.2.7/3.8",
                    "CONFIRMATION_CODE_REFUSED");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void AuthenticateClient_Error_05_invalid_eUICC_signature(Way way) throws Exception {
        String matchingId = release(operator.profileInStock(), Optional.empty(), Optional.empty());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            AuthenticateClientRequest good = device.authenticateServer(matchingId);
            var ok = (AuthenticateServerResponse.Ok) good.authenticateServerResponse();
            var bad = new AuthenticateServerResponse.Ok(
                    ok.euiccSigned1(), flipped(ok.euiccSignature1()), ok.euiccCertificate(), ok.eumCertificate());

            way.failed(
                    () -> device.es9plus().authenticateClient(new AuthenticateClientRequest(good.transactionId(), bad)),
                    "8.1/6.1",
                    "EUICC_SIGNATURE_INVALID");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void AuthenticateClient_Error_08_profile_not_released(Way way) throws Exception {
        String matchingId = confirm(operator.profileInStock(), Optional.empty(), Optional.empty(), false);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            AuthenticateClientRequest request = device.authenticateServer(matchingId);

            way.failed(() -> device.es9plus().authenticateClient(request), "8.2/1.2", "UNDEFINED_ERROR");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void AuthenticateClient_Error_09_and_10_unknown_TransactionID(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            AuthenticateClientRequest good = device.authenticateServer("ANY");

            way.failed(
                    () -> device.es9plus()
                            .authenticateClient(
                                    new AuthenticateClientRequest(UNKNOWN, good.authenticateServerResponse())),
                    "8.10.1/3.9",
                    "INVALID_TRANSACTION_ID");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void AuthenticateClient_Error_12_invalid_MatchingID_of_an_activation_code(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            AuthenticateClientRequest request = device.authenticateServer("NO-SUCH-MATCHING-ID");

            way.failed(() -> device.es9plus().authenticateClient(request), "8.2.6/3.8", "MATCHING_ID_REFUSED");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void AuthenticateClient_Error_20_unmatched_EID_with_an_activation_code(Way way) throws Exception {
        String matchingId = release(operator.profileInStock(), Optional.of(OTHER_EID), Optional.empty());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            AuthenticateClientRequest request = device.authenticateServer(matchingId);

            way.failed(() -> device.es9plus().authenticateClient(request), "8.1.1/3.8", "EID_MISMATCH");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void CancelSession_After_AuthenticateClient_01_end_user_rejection(Way way) throws Exception {
        String iccid = operator.profileInStock();
        String matchingId = release(iccid, Optional.empty(), Optional.empty());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = device.es9plus().authenticateClient(device.authenticateServer(matchingId));

            device.es9plus()
                    .cancelSession(device.cancelSession(offer.transactionId(), CancelSessionReason.END_USER_REJECTION));

            assertThat(operator.profile(iccid).at("/profile/state").asText()).isEqualTo("ERROR");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void CancelSession_After_AuthenticateClient_02_and_03_postponed_and_timeout(Way way) throws Exception {
        String iccid = operator.profileInStock();
        String matchingId = release(iccid, Optional.empty(), Optional.empty());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            for (CancelSessionReason reason :
                    new CancelSessionReason[] {CancelSessionReason.POSTPONED, CancelSessionReason.TIMEOUT}) {
                var offer = device.es9plus().authenticateClient(device.authenticateServer(matchingId));

                device.es9plus().cancelSession(device.cancelSession(offer.transactionId(), reason));

                assertThat(operator.profile(iccid).at("/profile/state").asText())
                        .isEqualTo("RELEASED");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void CancelSession_After_AuthenticateClient_06_and_07_unknown_TransactionID(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, Optional.empty());
            CancelSessionRequestEs9 good = device.cancelSession(offer.transactionId(), CancelSessionReason.POSTPONED);

            way.failed(
                    () -> device.es9plus()
                            .cancelSession(new CancelSessionRequestEs9(UNKNOWN, good.cancelSessionResponse())),
                    "8.10.1/3.9",
                    "INVALID_TRANSACTION_ID");
        }
    }

    private AuthenticateClientResponseEs9.Ok offered(SimulatedDevice device, Optional<String> code) throws Exception {
        String matchingId = release(operator.profileInStock(), Optional.empty(), code);
        return device.es9plus().authenticateClient(device.authenticateServer(matchingId));
    }

    private String release(String iccid, Optional<String> eid, Optional<String> code) throws Exception {
        return confirm(iccid, eid, code, true);
    }

    private String confirm(String iccid, Optional<String> eid, Optional<String> code, boolean releaseFlag)
            throws Exception {
        ObjectNode order = SimulatedOperator.request().put("iccid", iccid);
        eid.ifPresent(digits -> order.put("eid", digits));
        Answers.executed(operator.call("downloadOrder", order));
        ObjectNode confirmation =
                SimulatedOperator.request().put("iccid", iccid).put("releaseFlag", releaseFlag);
        eid.ifPresent(digits -> confirmation.put("eid", digits));
        code.ifPresent(text -> confirmation.put("confirmationCode", text));
        return Answers.executed(operator.call("confirmOrder", confirmation))
                .path("matchingId")
                .asText();
    }

    private static EcdsaSignature flipped(EcdsaSignature signature) {
        byte[] value = signature.value().clone();
        value[10] ^= 1;
        return new EcdsaSignature(value);
    }
}
