package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.AuthenticateClientNIST and ...BRP (SGP.23, clause 4.3.14.2); 04, 07, 10 and 13 are void there. In the SM-DS use
 * case the MatchingID is the EventID of an order for one EID; the event itself and the SM-DS are not part of these cases.
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_AuthenticateClientIT {
    private static final Optional<String> OMITTED = Optional.empty();
    private static final Optional<String> EMPTY = Optional.of("");

    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_AuthenticateClientIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_default_SM_DPplus_without_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.byDefaultSmdp(device.eid()), EMPTY);
        }
    }

    @OverAllWays
    void case_02_default_SM_DPplus_with_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.byDefaultSmdp(device.eid()).withConfirmationCode(), EMPTY);
        }
    }

    @OverAllWays
    void case_03_second_attempt_after_an_invalid_MatchingID(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            DownloadOrder wanted = DownloadOrder.byDefaultSmdp(device.eid());
            DownloadOrder.Placed order = operator.place(wanted);
            way.failed(() -> device.offer("NO-SUCH-MATCHING-ID"), "8.2.6/3.8", "MATCHING_ID_REFUSED");

            isOffered(device, wanted, order, EMPTY);
        }
    }

    @OverAllWays
    void case_05_SM_DS_without_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOfferedByMatchingId(device, DownloadOrder.bySmds(device.eid()));
        }
    }

    @OverAllWays
    void case_06_SM_DS_with_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOfferedByMatchingId(device, DownloadOrder.bySmds(device.eid()).withConfirmationCode());
        }
    }

    @OverAllWays
    void case_08_activation_code_without_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOfferedByMatchingId(device, DownloadOrder.byActivationCode().forEid(device.eid()));
        }
    }

    @OverAllWays
    void case_09_activation_code_with_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOfferedByMatchingId(
                    device,
                    DownloadOrder.byActivationCode().forEid(device.eid()).withConfirmationCode());
        }
    }

    @OverAllWays
    void case_11_activation_code_not_associated_with_an_EID_without_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOfferedByMatchingId(device, DownloadOrder.byActivationCode());
        }
    }

    @OverAllWays
    void case_12_activation_code_not_associated_with_an_EID_with_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOfferedByMatchingId(device, DownloadOrder.byActivationCode().withConfirmationCode());
        }
    }

    @OverAllWays
    void case_14_default_SM_DPplus_with_MatchingID_omitted(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.byDefaultSmdp(device.eid()), OMITTED);
        }
    }

    @OverAllWays
    void case_15_SM_DS_with_MatchingID_omitted(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.bySmds(device.eid()), OMITTED);
        }
    }

    @OverAllWays
    void case_16_SM_DS_with_MatchingID_empty(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.bySmds(device.eid()), EMPTY);
        }
    }

    @OverAllWays
    void case_17_activation_code_with_MatchingID_omitted(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.byActivationCode().forEid(device.eid()), OMITTED);
        }
    }

    @OverAllWays
    void case_18_activation_code_with_MatchingID_empty(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isOffered(device, DownloadOrder.byActivationCode().forEid(device.eid()), EMPTY);
        }
    }

    @OverAllWays
    void case_19_extended_UICCCapability(Way way) throws Exception {
        isOfferedToExtended(way, ExtendedEuiccSigned1::withMoreUiccCapabilities);
    }

    @OverAllWays
    void case_20_extended_DeviceInfo(Way way) throws Exception {
        isOfferedToExtended(way, ExtendedEuiccSigned1::withMoreDeviceInfo);
    }

    @OverAllWays
    void case_21_extended_EUICCInfo2(Way way) throws Exception {
        isOfferedToExtended(way, ExtendedEuiccSigned1::withMoreEuiccInfo2);
    }

    private void isOfferedByMatchingId(SimulatedDevice device, DownloadOrder wanted) throws Exception {
        DownloadOrder.Placed order = operator.place(wanted);
        isOffered(device, wanted, order, Optional.of(order.matchingId()));
    }

    private void isOffered(SimulatedDevice device, DownloadOrder wanted, Optional<String> matchingId) throws Exception {
        isOffered(device, wanted, operator.place(wanted), matchingId);
    }

    /** The eUICC checks the signature and the certificate of what is offered when it prepares the download. */
    private static void isOffered(
            SimulatedDevice device, DownloadOrder wanted, DownloadOrder.Placed order, Optional<String> matchingId) {
        AuthenticateClientRequest request = device.authenticateServer(matchingId);

        var offer = device.es9plus().authenticateClient(request);

        isFor(order, request, offer);
        assertThat(offer.smdpSigned2().ccRequiredFlag())
                .isEqualTo(wanted.confirmationCode().isPresent());
        device.prepareDownload(offer);
    }

    private void isOfferedToExtended(Way way, ExtendedEuiccSigned1.Extension extension) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            AuthenticateClientRequest plain = device.authenticateServer(order.matchingId());
            AuthenticateServerResponse.Ok extended = ExtendedEuiccSigned1.signed(
                    device, (AuthenticateServerResponse.Ok) plain.authenticateServerResponse(), extension);
            var request = new AuthenticateClientRequest(plain.transactionId(), extended);

            var offer = device.es9plus().authenticateClient(request);

            isFor(order, request, offer);
            assertThat(Cryptography.system()
                            .verify(
                                    RspCertificate.decode(offer.smdpCertificate())
                                            .publicKey(),
                                    offer.smdpSignature2().value(),
                                    offer.smdpSigned2().encoded(),
                                    extended.euiccSignature1().encoded()))
                    .as("smdpSignature2 fits")
                    .isTrue();
        }
    }

    private static void isFor(
            DownloadOrder.Placed order, AuthenticateClientRequest request, AuthenticateClientResponseEs9.Ok offer) {
        assertThat(offer.transactionId()).isEqualTo(request.transactionId());
        assertThat(offer.smdpSigned2().transactionId()).isEqualTo(request.transactionId());
        assertThat(offer.smdpSigned2().bppEuiccOtpk()).isEmpty();
        assertThat(offer.profileMetaData().iccid().digits()).isEqualTo(order.iccid());
    }
}
