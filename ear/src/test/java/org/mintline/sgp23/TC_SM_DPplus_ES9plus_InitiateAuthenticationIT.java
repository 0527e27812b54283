package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/** TC_SM-DP+_ES9+.InitiateAuthenticationNIST and ...BRP (SGP.23, clause 4.3.12.2). */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_InitiateAuthenticationIT {
    private static final List<SubjectKeyIdentifier> UNKNOWN = List.of(new SubjectKeyIdentifier(new byte[20]));

    private final RunningServer server;

    TC_SM_DPplus_ES9plus_InitiateAuthenticationIT(RunningServer server) {
        this.server = server;
    }

    @OverAllWays
    void case_01_nominal(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            InitiateAuthenticationRequest request = device.initiateAuthentication();

            InitiateAuthenticationResponse.Ok ok = device.es9plus().initiateAuthentication(request);

            assertThat(ok.serverSigned1().euiccChallenge()).isEqualTo(request.euiccChallenge());
            assertThat(ok.serverSigned1().transactionId()).isEqualTo(ok.transactionId());
            assertThat(ok.serverSigned1().serverAddress()).isEqualToIgnoringCase(request.smdpAddress());
            assertThat(device.answer(ok, Optional.of("ANY"))).isInstanceOf(AuthenticateServerResponse.Ok.class);
        }
    }

    @OverAllWays
    void case_02_uniqueness_of_TransactionID_and_serverChallenge(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var first = device.es9plus().initiateAuthentication(device.initiateAuthentication());
            var second = device.es9plus().initiateAuthentication(device.initiateAuthentication());

            assertThat(first.transactionId()).isNotEqualTo(second.transactionId());
            assertThat(first.serverSigned1().serverChallenge())
                    .isNotEqualTo(second.serverSigned1().serverChallenge());
        }
    }

    @OverAllWays
    void case_03_invalid_server_address(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var good = device.initiateAuthentication();

            way.failed(
                    () -> device.es9plus()
                            .initiateAuthentication(new InitiateAuthenticationRequest(
                                    good.euiccChallenge(), "another.example", good.euiccInfo1())),
                    "8.8.1/3.8",
                    "INVALID_DP_ADDRESS");
        }
    }

    @OverAllWays
    void case_04_unsupported_public_key_identifiers(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            EuiccInfo1 info = device.es10().getEuiccInfo1();

            way.failed(
                    () -> initiate(device, EuiccInfo1.of(info.svn(), info.euiccCiPKIdListForVerification(), UNKNOWN)),
                    "8.8.2/3.1",
                    "CI_PK_NOT_SUPPORTED");
        }
    }

    @OverAllWays
    void case_05_unsupported_SVN(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            way.failed(
                    () -> initiate(device, ofVersion(device, new SpecificationVersion(1, 1, 0))),
                    "8.8.3/3.1",
                    "EUICC_VERSION_NOT_SUPPORTED_BY_DP");
        }
    }

    @OverAllWays
    void case_06_unavailable_server_authentication_certificate(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            EuiccInfo1 info = device.es10().getEuiccInfo1();

            way.failed(
                    () -> initiate(device, EuiccInfo1.of(info.svn(), UNKNOWN, info.euiccCiPKIdListForSigning())),
                    "8.8.4/3.7",
                    "CI_PK_NOT_SUPPORTED");
        }
    }

    @OverAllWays
    void case_07_eUICC_of_v2_2_1(Way way) {
        isServed(way, new SpecificationVersion(2, 2, 1));
    }

    @OverAllWays
    void case_08_eUICC_of_v2_2_2(Way way) {
        isServed(way, new SpecificationVersion(2, 2, 2));
    }

    @OverAllWays
    void case_09_eUICC_of_v2_3(Way way) {
        isServed(way, new SpecificationVersion(2, 3, 0));
    }

    private void isServed(Way way, SpecificationVersion version) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            assertThat(initiate(device, ofVersion(device, version)).transactionId())
                    .isNotNull();
        }
    }

    private static EuiccInfo1 ofVersion(SimulatedDevice device, SpecificationVersion version) {
        EuiccInfo1 info = device.es10().getEuiccInfo1();
        return EuiccInfo1.of(version, info.euiccCiPKIdListForVerification(), info.euiccCiPKIdListForSigning());
    }

    private static InitiateAuthenticationResponse.Ok initiate(SimulatedDevice device, EuiccInfo1 info) {
        return device.es9plus()
                .initiateAuthentication(new InitiateAuthenticationRequest(
                        device.es10().getEuiccChallenge(), SimulatedDevice.ADDRESS.toString(), info));
    }
}
