package org.mintline.faults;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mintline.device.pki.TestPki;
import org.mintline.faults.Victims.Good;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.ProfileInstallationResultData;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.sgp23.SimulatedDevice;

/** Requests that decode, and that are wrong nevertheless: other signatures, foreign certificates, steps of other sessions. */
final class WrongSteps {
    private static final TransactionId UNKNOWN = new TransactionId("00112233445566778899AABBCCDDEEFF");
    private static final byte[] NO_CERTIFICATE = {0x30, 0x00};

    private final Victims victims;
    private final Map<String, Step> requests = new LinkedHashMap<>();

    /**
     * A wrong request.
     *
     * @param codes of the answer in JSON, and in the audit trail
     * @param error of the answer in ASN.1
     */
    record Step(Good request, String codes, String error) {
        /** Whether the function is one that is always answered with HTTP status 204. */
        boolean isNotification() {
            return request.function().equals("handleNotification");
        }
    }

    WrongSteps(Victims victims) {
        this.victims = victims;
        unknownSessions();
        otherSessions();
        signatures();
        certificates();
    }

    Map<String, Step> requests() {
        return requests;
    }

    private void unknownSessions() {
        String codes = "8.10.1/3.9";
        String error = "INVALID_TRANSACTION_ID";
        var authenticate = victims.authenticateClient();
        var bind = victims.getBoundProfilePackage();
        var cancel = victims.cancelSession();
        add(
                "authenticateClient in an unknown session",
                new AuthenticateClientRequest(UNKNOWN, authenticate.authenticateServerResponse()),
                codes,
                error);
        add(
                "getBoundProfilePackage in an unknown session",
                new GetBoundProfilePackageRequest(UNKNOWN, bind.prepareDownloadResponse()),
                codes,
                error);
        add(
                "cancelSession in an unknown session",
                new CancelSessionRequestEs9(UNKNOWN, cancel.cancelSessionResponse()),
                codes,
                error);
        ProfileInstallationResultData data = victims.result().profileInstallationResultData();
        ProfileInstallationResultData elsewhere = ProfileInstallationResultData.of(
                UNKNOWN, data.notificationMetadata(), data.smdpOid(), data.finalResult());
        add(
                "handleNotification of an unknown session",
                ProfileInstallationResult.of(elsewhere, victims.result().euiccSignPIR()),
                codes);
    }

    /** What was signed in one session is sent in another, or too early. */
    private void otherSessions() {
        String codes = "8.10.1/3.9";
        String error = "INVALID_TRANSACTION_ID";
        var authenticate = victims.authenticateClient();
        var bind = victims.getBoundProfilePackage();
        var cancel = victims.cancelSession();
        add(
                "authenticateClient with the answer of another session",
                new AuthenticateClientRequest(bind.transactionId(), authenticate.authenticateServerResponse()),
                codes,
                error);
        add(
                "getBoundProfilePackage with the answer of another session",
                new GetBoundProfilePackageRequest(cancel.transactionId(), bind.prepareDownloadResponse()),
                codes,
                error);
        add(
                "getBoundProfilePackage before authenticateClient",
                new GetBoundProfilePackageRequest(authenticate.transactionId(), bind.prepareDownloadResponse()),
                codes,
                error);
        add(
                "cancelSession with the answer of another session",
                new CancelSessionRequestEs9(bind.transactionId(), cancel.cancelSessionResponse()),
                codes,
                error);
    }

    private void signatures() {
        String codes = "8.1/6.1";
        String error = "EUICC_SIGNATURE_INVALID";
        var ok = (AuthenticateServerResponse.Ok) victims.authenticateClient().authenticateServerResponse();
        add(
                "authenticateClient with a wrong signature",
                authenticateClient(new AuthenticateServerResponse.Ok(
                        ok.euiccSigned1(), flipped(ok.euiccSignature1()), ok.euiccCertificate(), ok.eumCertificate())),
                codes,
                error);
        var bind = victims.getBoundProfilePackage();
        var prepared = (PrepareDownloadResponse.Ok) bind.prepareDownloadResponse();
        add(
                "getBoundProfilePackage with a wrong signature",
                new GetBoundProfilePackageRequest(
                        bind.transactionId(),
                        new PrepareDownloadResponse.Ok(prepared.euiccSigned2(), flipped(prepared.euiccSignature2()))),
                codes,
                error);
        var cancel = victims.cancelSession();
        var cancelled = (CancelSessionResponse.Ok) cancel.cancelSessionResponse();
        add(
                "cancelSession with a wrong signature",
                new CancelSessionRequestEs9(
                        cancel.transactionId(),
                        new CancelSessionResponse.Ok(
                                cancelled.euiccCancelSessionSigned(),
                                flipped(cancelled.euiccCancelSessionSignature()))),
                codes,
                error);
        add(
                "handleNotification with a wrong signature",
                ProfileInstallationResult.of(
                        victims.result().profileInstallationResultData(),
                        flipped(victims.result().euiccSignPIR())),
                codes);
    }

    private void certificates() {
        var ok = (AuthenticateServerResponse.Ok) victims.authenticateClient().authenticateServerResponse();
        TestPki foreign = TestPki.create(
                Cryptography.system(), TestPki.Parameters.of(SimulatedDevice.ADDRESS.toString(), Instant.now()));
        var pki = foreign.byCurve().get(EllipticCurve.NIST_P256);
        byte[] euicc = pki.euiccs().get(0).rspCertificate().encoded();
        byte[] eum = pki.eum().rspCertificate().encoded();
        add(
                "authenticateClient with certificates of a foreign CI",
                authenticateClient(
                        new AuthenticateServerResponse.Ok(ok.euiccSigned1(), ok.euiccSignature1(), euicc, eum)),
                "8.11.1/3.9",
                "CI_PK_UNKNOWN");
        add(
                "authenticateClient with the certificate of another EUM's eUICC",
                authenticateClient(new AuthenticateServerResponse.Ok(
                        ok.euiccSigned1(), ok.euiccSignature1(), euicc, ok.eumCertificate())),
                "8.1.3/6.1",
                "EUICC_CERTIFICATE_INVALID");
        add(
                "authenticateClient with its certificates exchanged",
                authenticateClient(new AuthenticateServerResponse.Ok(
                        ok.euiccSigned1(), ok.euiccSignature1(), ok.eumCertificate(), ok.euiccCertificate())),
                "8.11.1/3.9",
                "CI_PK_UNKNOWN");
        add(
                "authenticateClient with no EUM certificate that is one",
                authenticateClient(new AuthenticateServerResponse.Ok(
                        ok.euiccSigned1(), ok.euiccSignature1(), ok.euiccCertificate(), NO_CERTIFICATE)),
                "8.1.2/6.1",
                "EUM_CERTIFICATE_INVALID");
        add(
                "authenticateClient with no eUICC certificate that is one",
                authenticateClient(new AuthenticateServerResponse.Ok(
                        ok.euiccSigned1(), ok.euiccSignature1(), NO_CERTIFICATE, ok.eumCertificate())),
                "8.1.3/6.1",
                "EUICC_CERTIFICATE_INVALID");
    }

    private AuthenticateClientRequest authenticateClient(AuthenticateServerResponse response) {
        return new AuthenticateClientRequest(victims.authenticateClient().transactionId(), response);
    }

    private void add(String name, AuthenticateClientRequest request, String codes, String error) {
        requests.put(name, new Step(Victims.good(request), codes, error));
    }

    private void add(String name, GetBoundProfilePackageRequest request, String codes, String error) {
        requests.put(name, new Step(Victims.good(request), codes, error));
    }

    private void add(String name, CancelSessionRequestEs9 request, String codes, String error) {
        requests.put(name, new Step(Victims.good(request), codes, error));
    }

    private void add(String name, ProfileInstallationResult result, String codes) {
        requests.put(name, new Step(Victims.good(result), codes, ""));
    }

    private static EcdsaSignature flipped(EcdsaSignature signature) {
        return new EcdsaSignature(Malformed.flipped(signature.value()));
    }
}
