package org.mintline.sgp23;

import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.GetBoundProfilePackage_ErrorCasesNIST and ...BRP (SGP.23, clause 4.3.13.2). A TransactionID stands in the request
 * itself (case 02) and in what the eUICC signed (case 03).
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_GetBoundProfilePackage_ErrorCasesIT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_GetBoundProfilePackage_ErrorCasesIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_invalid_eUICC_signature(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, DownloadOrder.byActivationCode());
            device.setFault(Fault.EUICC_SIGNATURE_2);

            way.failed(() -> device.bound(device.prepareDownload(offer)), "8.1/6.1", "EUICC_SIGNATURE_INVALID");
        }
    }

    @OverAllWays
    void case_02_unknown_TransactionID_in_the_request(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var good = device.prepareDownload(offered(device, DownloadOrder.byActivationCode()));
            var bad = new GetBoundProfilePackageRequest(
                    SimulatedDevice.UNKNOWN_TRANSACTION, good.prepareDownloadResponse());

            way.failed(() -> device.bound(bad), "8.10.1/3.9", "INVALID_TRANSACTION_ID");
        }
    }

    @OverAllWays
    void case_03_unknown_TransactionID_in_euiccSigned2(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, DownloadOrder.byActivationCode());
            device.setFault(Fault.TRANSACTION_ID_2);

            way.failed(() -> device.bound(device.prepareDownload(offer)), "8.10.1/3.9", "INVALID_TRANSACTION_ID");
        }
    }

    @OverAllWays
    void case_04_missing_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, DownloadOrder.byActivationCode().withConfirmationCode());
            device.setFault(Fault.NO_HASH_CC);

            way.failed(() -> device.bound(device.prepareDownload(offer)), "8.2.7/2.2", "CONFIRMATION_CODE_MISSING");
        }
    }

    @OverAllWays
    void case_05_refused_confirmation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var offer = offered(device, DownloadOrder.byActivationCode().withConfirmationCode());

            way.failed(
                    () -> device.bound(device.prepareDownload(offer, "1234")),
                    "8.2.7/3.8",
                    "CONFIRMATION_CODE_REFUSED");
        }
    }

    private AuthenticateClientResponseEs9.Ok offered(SimulatedDevice device, DownloadOrder wanted) throws Exception {
        return device.offer(operator.place(wanted).matchingId());
    }
}
