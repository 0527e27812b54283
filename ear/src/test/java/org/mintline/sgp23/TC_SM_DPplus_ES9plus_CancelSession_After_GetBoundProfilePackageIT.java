package org.mintline.sgp23;

import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** TC_SM-DP+_ES9+.CancelSession_After_GetBoundProfilePackageNIST and ...BRP (SGP.23, clause 4.3.16.2). */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_CancelSession_After_GetBoundProfilePackageIT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_CancelSession_After_GetBoundProfilePackageIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_end_user_rejection(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).endsTheOrder(CancelSessionReason.END_USER_REJECTION);
        }
    }

    @OverAllWays
    void case_02_postponed(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).keepsTheOrder(CancelSessionReason.POSTPONED);
        }
    }

    @OverAllWays
    void case_03_timeout(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).keepsTheOrder(CancelSessionReason.TIMEOUT);
        }
    }

    @OverAllWays
    void case_04_PPR_not_allowed(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).endsTheOrder(CancelSessionReason.PPR_NOT_ALLOWED);
        }
    }

    @OverAllWays
    void case_05_metadata_mismatch(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).endsTheOrder(CancelSessionReason.METADATA_MISMATCH);
        }
    }

    @OverAllWays
    void case_06_loadBppExecutionError(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).endsTheOrder(CancelSessionReason.LOAD_BPP_EXECUTION_ERROR);
        }
    }

    @OverAllWays
    void case_07_undefined_reason(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).endsTheOrder(CancelSessionReason.UNDEFINED_REASON);
        }
    }

    @OverAllWays
    void case_08_unknown_TransactionID_in_the_request(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).isUnknownInTheRequest();
        }
    }

    @OverAllWays
    void case_09_unknown_TransactionID_in_euiccCancelSessionSigned(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).isUnknownInWhatIsSigned();
        }
    }

    @OverAllWays
    void case_10_invalid_eUICC_signature(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).hasAnInvalidSignature();
        }
    }

    @OverAllWays
    void case_11_invalid_SM_DPplus_OID(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            open(way, device).hasAnInvalidOid();
        }
    }

    private OpenSession open(Way way, SimulatedDevice device) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        var offer = device.offer(order.matchingId());
        device.bound(device.prepareDownload(offer));
        return new OpenSession(way, device, order, offer.transactionId());
    }
}
