package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.configuration.Faults;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.es10.DeleteResult;
import org.mintline.rsp.es10.DisableResult;
import org.mintline.rsp.es10.EnableResult;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.identification.Iccid;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.HandleNotificationNIST and ...BRP (SGP.23, clause 4.3.15.2). Each notification has to be answered with HTTP status
 * 204, which the client checks, whether the SM-DP+ believes it or not; what it made of it shows in what it does afterwards.
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_HandleNotificationIT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_HandleNotificationIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_all_notifications(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            device.install(bound(device, order));
            Iccid iccid = new Iccid(order.iccid());
            assertThat(device.es10().enableProfile(iccid)).isEqualTo(EnableResult.OK);
            assertThat(device.es10().disableProfile(iccid)).isEqualTo(DisableResult.OK);
            assertThat(device.es10().deleteProfile(iccid)).isEqualTo(DeleteResult.OK);
            List<PendingNotification> notifications = device.es10().retrieveNotificationsList();

            notifications.forEach(device.es9plus()::handleNotification);

            assertThat(notifications)
                    .extracting(told -> told.notificationMetadata().profileManagementOperation())
                    .containsExactly(
                            NotificationEvent.NOTIFICATION_INSTALL,
                            NotificationEvent.NOTIFICATION_ENABLE,
                            NotificationEvent.NOTIFICATION_DISABLE,
                            NotificationEvent.NOTIFICATION_DELETE);
            assertThat(operator.stateOf(order.iccid())).isEqualTo("DELETED");
        }
    }

    @OverAllWays
    void case_02_successful_PIR_with_configured_notifications(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = device.offer(order.matchingId());
            assertThat(offer.profileMetaData().notificationConfigurationInfo()).isNotEmpty();
            ProfileInstallationResult result = device.install(device.bound(device.prepareDownload(offer)));

            device.es9plus().handleNotification(result);

            assertThat(operator.stateOf(order.iccid())).isEqualTo("INSTALLED");
        }
    }

    @OverAllWays
    void case_03_invalid_TransactionID(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            ProfileInstallationResultData good =
                    device.install(bound(device, order)).profileInstallationResultData();
            ProfileInstallationResultData other = ProfileInstallationResultData.of(
                    SimulatedDevice.UNKNOWN_TRANSACTION,
                    good.notificationMetadata(),
                    good.smdpOid(),
                    good.finalResult());

            device.es9plus().handleNotification(ProfileInstallationResult.of(other, device.sign(other.encoded())));

            assertThat(operator.stateOf(order.iccid())).isEqualTo("DOWNLOADED");
        }
    }

    @OverAllWays
    void case_04_unsuccessful_PIR_incorrectInputValues(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.INCORRECT_INPUT_VALUES);
    }

    @OverAllWays
    void case_05_unsuccessful_PIR_invalidSignature(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.INVALID_SIGNATURE);
    }

    @OverAllWays
    void case_06_unsuccessful_PIR_unsupportedCrtValues(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.UNSUPPORTED_CRT_VALUES);
    }

    @OverAllWays
    void case_07_unsuccessful_PIR_unsupportedRemoteOperationType(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.UNSUPPORTED_REMOTE_OPERATION_TYPE);
    }

    @OverAllWays
    void case_08_unsuccessful_PIR_unsupportedProfileClass(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.UNSUPPORTED_PROFILE_CLASS);
    }

    @OverAllWays
    void case_09_unsuccessful_PIR_scp03tStructureError(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.SCP03T_STRUCTURE_ERROR);
    }

    @OverAllWays
    void case_10_unsuccessful_PIR_scp03tSecurityError(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.SCP03T_SECURITY_ERROR);
    }

    @OverAllWays
    void case_11_unsuccessful_PIR_iccidAlreadyExists(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.INSTALL_FAILED_DUE_TO_ICCID_ALREADY_EXISTS_ON_EUICC);
    }

    @OverAllWays
    void case_12_unsuccessful_PIR_insufficientMemory(Way way) throws Exception {
        letsComeBack(way, ErrorReason.INSTALL_FAILED_DUE_TO_INSUFFICIENT_MEMORY_FOR_PROFILE);
    }

    @OverAllWays
    void case_13_unsuccessful_PIR_interruption(Way way) throws Exception {
        letsComeBack(way, ErrorReason.INSTALL_FAILED_DUE_TO_INTERRUPTION);
    }

    @OverAllWays
    void case_14_unsuccessful_PIR_PEProcessingError(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.INSTALL_FAILED_DUE_TO_PE_PROCESSING_ERROR);
    }

    @OverAllWays
    void case_15_unsuccessful_PIR_dataMismatch(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.INSTALL_FAILED_DUE_TO_DATA_MISMATCH);
    }

    @OverAllWays
    void case_16_unsuccessful_PIR_invalidNaaKey(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.TEST_PROFILE_INSTALL_FAILED_DUE_TO_INVALID_NAA_KEY);
    }

    @OverAllWays
    void case_17_unsuccessful_PIR_pprNotAllowed(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.PPR_NOT_ALLOWED);
    }

    @OverAllWays
    void case_18_unsuccessful_PIR_unknownError(Way way) throws Exception {
        endsTheOrder(way, ErrorReason.INSTALL_FAILED_DUE_TO_UNKNOWN_ERROR);
    }

    private void endsTheOrder(Way way, ErrorReason reason) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            device.es9plus().handleNotification(failed(device, order, reason));

            way.failed(() -> device.offer(order.matchingId()), "8.2.6/3.8", "MATCHING_ID_REFUSED");
        }
    }

    private void letsComeBack(Way way, ErrorReason reason) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            device.es9plus().handleNotification(failed(device, order, reason));

            device.setFaults(Faults.NONE);
            device.install(bound(device, order));
        }
    }

    private static ProfileInstallationResult failed(
            SimulatedDevice device, DownloadOrder.Placed order, ErrorReason reason) {
        device.setFaults(Faults.NONE.withErrorReason(reason));
        ProfileInstallationResult result = device.load(bound(device, order));
        assertThat(result.profileInstallationResultData().finalResult())
                .isInstanceOfSatisfying(FinalResult.ErrorResult.class, error -> assertThat(error.errorReason())
                        .isEqualTo(reason));
        return result;
    }

    private static BoundProfilePackage bound(SimulatedDevice device, DownloadOrder.Placed order) {
        return device.bound(device.prepareDownload(device.offer(order.matchingId())));
    }
}
