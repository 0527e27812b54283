package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.AuthenticateClient_RetryCases_Reuse_OTPK (SGP.23, clause 4.3.14.2): after a package was handed out and not
 * installed, the SM-DP+ asks the eUICC for the otPK.EUICC.ECKA of that package.
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_AuthenticateClient_RetryCases_Reuse_OTPK_IT {
    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_AuthenticateClient_RetryCases_Reuse_OTPK_IT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_default_SM_DPplus(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isAskedForTheSameOtpk(device, DownloadOrder.byDefaultSmdp(device.eid()));
        }
    }

    @OverAllWays
    void case_02_SM_DS(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isAskedForTheSameOtpk(device, DownloadOrder.bySmds(device.eid()));
        }
    }

    @OverAllWays
    void case_03_activation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isAskedForTheSameOtpk(device, DownloadOrder.byActivationCode().forEid(device.eid()));
        }
    }

    @OverAllWays
    void case_04_activation_code_with_the_EID_unknown_to_the_SM_DPplus(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            isAskedForTheSameOtpk(device, DownloadOrder.byActivationCode());
        }
    }

    private void isAskedForTheSameOtpk(SimulatedDevice device, DownloadOrder wanted) throws Exception {
        DownloadOrder.Placed order = operator.place(wanted);
        var first = device.prepareDownload(device.offer(order.matchingId()));
        device.bound(first);

        var offer = device.offer(order.matchingId());

        byte[] otpk = ((PrepareDownloadResponse.Ok) first.prepareDownloadResponse())
                .euiccSigned2()
                .euiccOtpk();
        assertThat(offer.smdpSigned2().bppEuiccOtpk()).hasValue(otpk);
        assertThat(offer.profileMetaData().iccid().digits()).isEqualTo(order.iccid());
        device.prepareDownload(offer);
    }
}
