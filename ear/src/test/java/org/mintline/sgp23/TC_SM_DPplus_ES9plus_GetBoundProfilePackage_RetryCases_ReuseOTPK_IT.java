package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.GetBoundProfilePackage_RetryCases_ReuseOTPK_NIST and ..._BRP (SGP.23, clause 4.3.13.2): a package was handed out
 * and not installed, and the SM-DP+ asks for the same otPK.EUICC.ECKA when the device comes back.
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_GetBoundProfilePackage_RetryCases_ReuseOTPK_IT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_GetBoundProfilePackage_RetryCases_ReuseOTPK_IT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_same_otPK_session_keys_without_confirmation_code(Way way) throws Exception {
        isSentAgain(way, ordered(StockedType.SESSION_KEYS));
    }

    @OverAllWays
    void case_02_same_otPK_session_keys_with_confirmation_code(Way way) throws Exception {
        isSentAgain(way, ordered(StockedType.SESSION_KEYS).withConfirmationCode());
    }

    @OverAllWays
    void case_03_same_otPK_random_keys_without_confirmation_code(Way way) throws Exception {
        isSentAgain(way, ordered(StockedType.RANDOM_KEYS));
    }

    @OverAllWays
    void case_04_same_otPK_random_keys_with_confirmation_code(Way way) throws Exception {
        isSentAgain(way, ordered(StockedType.RANDOM_KEYS).withConfirmationCode());
    }

    @OverAllWays
    void case_05_eUICC_with_a_new_otPK_session_keys_without_confirmation_code(Way way) throws Exception {
        isBoundAnew(way, ordered(StockedType.SESSION_KEYS));
    }

    @OverAllWays
    void case_06_eUICC_with_a_new_otPK_session_keys_with_confirmation_code(Way way) throws Exception {
        isBoundAnew(way, ordered(StockedType.SESSION_KEYS).withConfirmationCode());
    }

    @OverAllWays
    void case_07_eUICC_with_a_new_otPK_random_keys_without_confirmation_code(Way way) throws Exception {
        isBoundAnew(way, ordered(StockedType.RANDOM_KEYS));
    }

    @OverAllWays
    void case_08_eUICC_with_a_new_otPK_random_keys_with_confirmation_code(Way way) throws Exception {
        isBoundAnew(way, ordered(StockedType.RANDOM_KEYS).withConfirmationCode());
    }

    @OverAllWays
    void case_09_confirmation_code_retry(Way way) throws Exception {
        DownloadOrder.Placed order =
                operator.place(ordered(StockedType.RANDOM_KEYS).withConfirmationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            refusesWrongCode(way, device, order);
            GetBoundProfilePackageRequest right = device.prepareDownload(device.offer(order.matchingId()));
            device.bound(right);
            refusesWrongCode(way, device, order);

            var offer = device.offer(order.matchingId());

            assertThat(offer.smdpSigned2().bppEuiccOtpk()).hasValue(otpk(right));
            device.install(device.bound(device.prepareDownload(offer)));
        }
    }

    private static void refusesWrongCode(Way way, SimulatedDevice device, DownloadOrder.Placed order) {
        var offer = device.offer(order.matchingId());
        way.failed(() -> device.bound(device.prepareDownload(offer, "1234")), "8.2.7/3.8", "CONFIRMATION_CODE_REFUSED");
    }

    private static DownloadOrder ordered(StockedType type) {
        return DownloadOrder.byActivationCode().of(type);
    }

    /** Two sessions of one device, and what it was handed out in the first. */
    private record Retry(
            GetBoundProfilePackageRequest firstRequest,
            BoundProfilePackage.Parts first,
            AuthenticateClientResponseEs9.Ok offer) {
        static Retry of(SimulatedDevice device, DownloadOrder.Placed order) {
            GetBoundProfilePackageRequest request = device.prepareDownload(device.offer(order.matchingId()));
            BoundProfilePackage.Parts first = device.bound(request).parts();
            return new Retry(request, first, device.offer(order.matchingId()));
        }
    }

    private void isSentAgain(Way way, DownloadOrder wanted) throws Exception {
        DownloadOrder.Placed order = operator.place(wanted);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            Retry retry = Retry.of(device, order);
            assertThat(retry.offer().smdpSigned2().bppEuiccOtpk()).hasValue(otpk(retry.firstRequest()));

            BoundProfilePackage again = device.bound(device.prepareDownload(retry.offer()));

            BoundProfilePackage.Parts parts = again.parts();
            assertThat(parts.initialiseSecureChannel().smdpOtpk())
                    .isEqualTo(retry.first().initialiseSecureChannel().smdpOtpk());
            assertThat(parts.sequenceOf88())
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(retry.first().sequenceOf88());
            assertThat(parts.sequenceOf86())
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(retry.first().sequenceOf86());
            device.install(again);
        }
    }

    private void isBoundAnew(Way way, DownloadOrder wanted) throws Exception {
        DownloadOrder.Placed order = operator.place(wanted);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            Retry retry = Retry.of(device, order);
            assertThat(retry.offer().smdpSigned2().bppEuiccOtpk()).hasValue(otpk(retry.firstRequest()));
            device.setFault(Fault.NEW_OTPK_ON_RETRY);
            GetBoundProfilePackageRequest request = device.prepareDownload(retry.offer());
            assertThat(otpk(request)).isNotEqualTo(otpk(retry.firstRequest()));

            BoundProfilePackage anew = device.bound(request);

            assertThat(anew.parts().initialiseSecureChannel().smdpOtpk())
                    .isNotEqualTo(retry.first().initialiseSecureChannel().smdpOtpk());
            device.install(anew);
        }
    }

    private static byte[] otpk(GetBoundProfilePackageRequest request) {
        return ((PrepareDownloadResponse.Ok) request.prepareDownloadResponse())
                .euiccSigned2()
                .euiccOtpk();
    }
}
