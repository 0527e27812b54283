package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** TC_SM-DP+_ES9+.GetBoundProfilePackageNIST and ...BRP (SGP.23, clause 4.3.13.2). The eUICC checks and installs what comes. */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_GetBoundProfilePackageIT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_GetBoundProfilePackageIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_session_keys_without_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.SESSION_KEYS), 1);
    }

    @OverAllWays
    void case_02_session_keys_with_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.SESSION_KEYS).withConfirmationCode(), 1);
    }

    @OverAllWays
    void case_03_random_keys_without_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.RANDOM_KEYS), 1);
    }

    @OverAllWays
    void case_04_random_keys_with_confirmation_code(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.RANDOM_KEYS).withConfirmationCode(), 1);
    }

    @OverAllWays
    void case_05_session_keys_with_metadata_in_two_segments(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.SESSION_KEYS_LONG_METADATA), 2);
    }

    @OverAllWays
    void case_06_random_keys_with_metadata_in_two_segments(Way way) throws Exception {
        isDelivered(way, ordered(StockedType.RANDOM_KEYS_LONG_METADATA), 2);
    }

    private static DownloadOrder ordered(StockedType type) {
        return DownloadOrder.byActivationCode().of(type);
    }

    private void isDelivered(Way way, DownloadOrder wanted, int metadataSegments) throws Exception {
        DownloadOrder.Placed order = operator.place(wanted);
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = device.offer(order.matchingId());

            BoundProfilePackage bound = device.bound(device.prepareDownload(offer));

            BoundProfilePackage.Parts parts = bound.parts();
            assertThat(TransactionId.of(parts.initialiseSecureChannel().transactionId()))
                    .isEqualTo(offer.transactionId());
            assertThat(parts.sequenceOf88()).hasSize(metadataSegments);
            assertThat(parts.secondSequenceOf87())
                    .hasSize(wanted.type().protection().equals("RANDOM_KEYS") ? 1 : 0);
            device.install(bound);
        }
    }
}
