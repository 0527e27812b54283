package org.mintline.sgp23;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.EuiccCredentials;
import org.mintline.device.euicc.configuration.Faults.Fault;
import org.mintline.device.pki.BrokenCertificates;
import org.mintline.device.pki.BrokenCertificates.Flaw;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.device.pki.TestPkiFolder;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.identification.Eid;
import org.mintline.server.RunningServer;
import org.mintline.server.ServerExtension;

/**
 * TC_SM-DP+_ES9+.AuthenticateClientNIST_ErrorCases and ...BRP_ErrorCases (SGP.23, clause 4.3.14.2), but for case 16, which has a
 * class of its own. A TransactionID stands in the request itself (case 09) and in what the eUICC signed (case 10).
 */
@ExtendWith(ServerExtension.class)
class TC_SM_DPplus_ES9plus_AuthenticateClient_ErrorCasesIT {
    private static final String ANY = "ANY-MATCHING-ID";
    private static final String INVALID = "NO-SUCH-MATCHING-ID";
    private static final String OTHER_EID = "89049032123451234512345678901235";
    private static final int MAXIMUM_DOWNLOAD_ATTEMPTS = 10;

    private final RunningServer server;
    private final SimulatedOperator operator;

    TC_SM_DPplus_ES9plus_AuthenticateClient_ErrorCasesIT(RunningServer server) {
        this.server = server;
        this.operator = SimulatedOperator.at(server);
    }

    @OverAllWays
    void case_01_invalid_EUM_certificate(Way way) throws Exception {
        for (Flaw flaw : List.of(Flaw.WRONG_SIGNATURE, Flaw.WRONG_ROLE)) {
            refusesChain(way, broken(way).brokenEum(flaw), "8.1.2/6.1", "EUM_CERTIFICATE_INVALID");
        }
    }

    @OverAllWays
    void case_02_expired_EUM_certificate(Way way) throws Exception {
        refusesChain(way, broken(way).brokenEum(Flaw.EXPIRED), "8.1.2/6.3", "EUM_CERTIFICATE_EXPIRED");
    }

    @OverAllWays
    void case_03_invalid_eUICC_certificate(Way way) throws Exception {
        for (Flaw flaw : List.of(Flaw.WRONG_SIGNATURE, Flaw.WRONG_ROLE, Flaw.EID_OUTSIDE_RANGE)) {
            refusesChain(way, broken(way).brokenEuicc(flaw), "8.1.3/6.1", "EUICC_CERTIFICATE_INVALID");
        }
    }

    @OverAllWays
    void case_04_expired_eUICC_certificate(Way way) throws Exception {
        refusesChain(way, broken(way).brokenEuicc(Flaw.EXPIRED), "8.1.3/6.3", "EUICC_CERTIFICATE_EXPIRED");
    }

    @OverAllWays
    void case_05_invalid_eUICC_signature(Way way) {
        refusesFault(way, Fault.EUICC_SIGNATURE_1, "8.1/6.1", "EUICC_SIGNATURE_INVALID");
    }

    @OverAllWays
    void case_06_invalid_serverChallenge(Way way) {
        refusesFault(way, Fault.SERVER_CHALLENGE, "8.1/6.1", "EUICC_SIGNATURE_INVALID");
    }

    @OverAllWays
    void case_07_unknown_CI_public_key(Way way) throws Exception {
        refusesChain(way, broken(way).brokenEum(Flaw.FOREIGN_CI), "8.11.1/3.9", "CI_PK_UNKNOWN");
    }

    @OverAllWays
    void case_08_profile_not_released(Way way) throws Exception {
        DownloadOrder.Placed order =
                operator.place(DownloadOrder.byActivationCode().notReleased());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            refuses(way, device, order.matchingId(), "8.2/1.2", "UNDEFINED_ERROR");
        }
    }

    @OverAllWays
    void case_09_unknown_TransactionID_in_the_request(Way way) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            var good = device.authenticateServer(ANY);
            var bad = new AuthenticateClientRequest(
                    SimulatedDevice.UNKNOWN_TRANSACTION, good.authenticateServerResponse());

            way.failed(() -> device.es9plus().authenticateClient(bad), "8.10.1/3.9", "INVALID_TRANSACTION_ID");
        }
    }

    @OverAllWays
    void case_10_unknown_TransactionID_in_euiccSigned1(Way way) {
        refusesFault(way, Fault.TRANSACTION_ID_1, "8.10.1/3.9", "INVALID_TRANSACTION_ID");
    }

    @OverAllWays
    void case_11_invalid_MatchingID_default_SM_DPplus(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            operator.place(DownloadOrder.byDefaultSmdp(device.eid()));
            refuses(way, device, INVALID, "8.2.6/3.8", "MATCHING_ID_REFUSED");
        }
    }

    @OverAllWays
    void case_12_invalid_MatchingID_activation_code(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            operator.place(DownloadOrder.byActivationCode().forEid(device.eid()));
            refuses(way, device, INVALID, "8.2.6/3.8", "MATCHING_ID_REFUSED");
        }
    }

    @OverAllWays
    void case_13_invalid_MatchingID_SM_DS(Way way) throws Exception {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            operator.place(DownloadOrder.bySmds(device.eid()));
            refuses(way, device, INVALID, "8.2.6/3.8", "MATCHING_ID_REFUSED");
        }
    }

    @OverAllWays
    void case_14_unmatched_EID_default_SM_DPplus(Way way) throws Exception {
        operator.place(DownloadOrder.byDefaultSmdp(OTHER_EID));
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            refuses(way, device, "", "8.1.1/3.8", "EID_MISMATCH");
        }
    }

    @OverAllWays
    void case_15_no_eligible_profile(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way, made -> made.withCapabilities(Set.of()))) {
            refuses(way, device, order.matchingId(), "8.2.5/4.3", "NO_ELIGIBLE_PROFILE");
        }
    }

    @OverAllWays
    void case_17_maximum_number_of_retries_exceeded(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            for (int attempt = 0; attempt < MAXIMUM_DOWNLOAD_ATTEMPTS; attempt++) {
                device.bound(device.prepareDownload(device.offer(order.matchingId())));
            }
            refuses(way, device, order.matchingId(), "8.8.5/6.4", "UNDEFINED_ERROR");
        }
    }

    @OverAllWays
    void case_19_unmatched_EID_SM_DS(Way way) throws Exception {
        DownloadOrder.Placed order = operator.place(DownloadOrder.bySmds(OTHER_EID));
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            refuses(way, device, order.matchingId(), "8.1.1/3.8", "EID_MISMATCH");
        }
    }

    @OverAllWays
    void case_20_unmatched_EID_activation_code(Way way) throws Exception {
        DownloadOrder.Placed order =
                operator.place(DownloadOrder.byActivationCode().forEid(OTHER_EID));
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            refuses(way, device, order.matchingId(), "8.1.1/3.8", "EID_MISMATCH");
        }
    }

    @OverAllWays
    void case_21_invalid_MatchingID_activation_code_not_associated_with_an_EID(Way way) throws Exception {
        operator.place(DownloadOrder.byActivationCode());
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            refuses(way, device, INVALID, "8.2.6/3.8", "MATCHING_ID_REFUSED");
        }
    }

    private static void refuses(
            Way way, SimulatedDevice device, String matchingId, String statusCodes, String errorName) {
        way.failed(() -> device.offer(matchingId), statusCodes, errorName);
    }

    private void refusesFault(Way way, Fault fault, String statusCodes, String errorName) {
        try (SimulatedDevice device = new SimulatedDevice(server, way)) {
            device.setFault(fault);
            refuses(way, device, ANY, statusCodes, errorName);
        }
    }

    private void refusesChain(Way way, BrokenCertificates.Chain chain, String statusCodes, String errorName)
            throws IOException {
        EuiccMaker maker = EuiccMaker.of(pki(), way.curve(), TestPki.EIN, Cryptography.system());
        EuiccConfiguration good = maker.make(0);
        EuiccCredentials credentials = new EuiccCredentials(
                good.credentials().get(0).euiccCiPKId(),
                chain.euicc().privateKey(),
                chain.euicc().rspCertificate().encoded(),
                chain.eum().rspCertificate().encoded());
        Eid eid = new Eid(chain.euicc().rspCertificate().eid().orElseThrow());
        EuiccConfiguration forged = EuiccConfiguration.of(eid, good.ciCertificates(), List.of(credentials));
        try (SimulatedDevice device = new SimulatedDevice(server, way, forged)) {
            refuses(way, device, ANY, statusCodes, errorName);
        }
    }

    private BrokenCertificates broken(Way way) throws IOException {
        return TestPkiFolder.brokenCertificates(pki(), way.curve(), TestPki.EIN, Cryptography.system());
    }

    private Path pki() {
        return server.home().resolve("pki");
    }
}
