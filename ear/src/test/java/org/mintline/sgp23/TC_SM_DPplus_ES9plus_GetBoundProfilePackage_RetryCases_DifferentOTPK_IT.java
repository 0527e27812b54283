package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.GetBoundProfilePackage_RetryCases_DifferentOTPK_NIST and ..._BRP (SGP.23, clause 4.3.13.2): the device comes back
 * and the SM-DP+ asks for no otPK.EUICC.ECKA. Here it does so as long as it has bound the profile to none: the device prepared the
 * first download and did not get to ask for the package.
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_GetBoundProfilePackage_RetryCases_DifferentOTPK_IT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_GetBoundProfilePackage_RetryCases_DifferentOTPK_IT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_session_keys_without_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.SESSION_KEYS));
    }

    @OverAllWays
    void case_02_session_keys_with_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.SESSION_KEYS).withConfirmationCode());
    }

    @OverAllWays
    void case_03_random_keys_without_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.RANDOM_KEYS));
    }

    @OverAllWays
    void case_04_random_keys_with_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.RANDOM_KEYS).withConfirmationCode());
    }

    private static DownloadOrder ordered(StockedType type) {
        return DownloadOrder.byActivationCode().of(type);
    }

    private void isDelivered(Way way, DownloadOrder wanted) throws Exception {
        DownloadOrder.Placed order = operator.place(wanted);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            device.prepareDownload(device.offer(order.matchingId()));

            var offer = device.offer(order.matchingId());

            assertThat(offer.smdpSigned2().bppEuiccOtpk()).isEmpty();
            BoundProfilePackage bound = device.bound(device.prepareDownload(offer));
            device.install(bound);
        }
    }
}
