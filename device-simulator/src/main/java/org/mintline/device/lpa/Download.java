package org.mintline.device.lpa;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es10.CtxParams1.CtxParamsForCommonAuthentication;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.ConfirmationCode;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** One download: common mutual authentication, then download and installation (SGP.22 v2.5, clauses 3.0.1 and 3.1.3). */
final class Download {
    private final Es10 euicc;
    private final Es9PlusClient server;
    private final DownloadRequest order;
    private final DeviceInfo device;
    private final EndUser endUser;
    private final Consumer<DownloadStep> progress;

    Download(
            Es10 euicc,
            Es9PlusClient server,
            DownloadRequest order,
            DeviceInfo device,
            EndUser endUser,
            Consumer<DownloadStep> progress) {
        this.euicc = euicc;
        this.server = server;
        this.order = order;
        this.device = device;
        this.endUser = endUser;
        this.progress = progress;
    }

    DownloadResult run() {
        AuthenticateServerResponse.Ok euiccAnswer = authenticateServer();
        TransactionId transactionId = euiccAnswer.transactionId();
        AuthenticateClientResponseEs9.Ok offer =
                server.authenticateClient(new AuthenticateClientRequest(transactionId, euiccAnswer));
        progress.accept(DownloadStep.CLIENT_AUTHENTICATED);
        decide(transactionId, offer.profileMetaData());
        PrepareDownloadResponse prepared = euicc.prepareDownload(new PrepareDownloadRequest(
                offer.smdpSigned2(),
                offer.smdpSignature2(),
                hashCc(transactionId, offer.smdpSigned2().ccRequiredFlag()),
                offer.smdpCertificate()));
        if (prepared instanceof PrepareDownloadResponse.Error error) {
            tellServer(() -> server.getBoundProfilePackage(new GetBoundProfilePackageRequest(transactionId, prepared)));
            throw new LpaException("the eUICC refuses the download: " + error.downloadErrorCode());
        }
        progress.accept(DownloadStep.DOWNLOAD_PREPARED);
        GetBoundProfilePackageResponse.Ok received =
                server.getBoundProfilePackage(new GetBoundProfilePackageRequest(transactionId, prepared));
        progress.accept(DownloadStep.PACKAGE_RECEIVED);
        BoundProfilePackage boundProfilePackage = new BoundProfilePackage(received.boundProfilePackage());
        checkMetadata(transactionId, offer.profileMetaData(), boundProfilePackage);
        ProfileInstallationResult result = euicc.loadBoundProfilePackage(boundProfilePackage);
        progress.accept(DownloadStep.PACKAGE_LOADED);
        return new DownloadResult(offer.profileMetaData(), result);
    }

    private AuthenticateServerResponse.Ok authenticateServer() {
        InitiateAuthenticationResponse.Ok initiated = server.initiateAuthentication(new InitiateAuthenticationRequest(
                euicc.getEuiccChallenge(), order.smdpAddress().toString(), euicc.getEuiccInfo1()));
        progress.accept(DownloadStep.AUTHENTICATION_INITIATED);
        if (!order.smdpAddress()
                .host()
                .matches(withoutPort(initiated.serverSigned1().serverAddress()))) {
            throw new LpaException("the server answers in the name of another address");
        }
        AuthenticateServerResponse answer = euicc.authenticateServer(new AuthenticateServerRequest(
                initiated.serverSigned1(),
                initiated.serverSignature1(),
                initiated.euiccCiPKIdToBeUsed(),
                initiated.serverCertificate(),
                new CtxParamsForCommonAuthentication(order.matchingId(), device)));
        if (answer instanceof AuthenticateServerResponse.Error error) {
            tellServer(
                    () -> server.authenticateClient(new AuthenticateClientRequest(initiated.transactionId(), answer)));
            throw new LpaException("the eUICC refuses the server: " + error.authenticateErrorCode());
        }
        checkOid(initiated.serverCertificate());
        progress.accept(DownloadStep.SERVER_AUTHENTICATED);
        return (AuthenticateServerResponse.Ok) answer;
    }

    /** An activation code may name the SM-DP+ that it is for. */
    private void checkOid(byte[] serverCertificate) {
        order.smdpOid().ifPresent(wanted -> {
            Optional<String> actual = RspCertificate.decode(serverCertificate).registeredId();
            if (actual.filter(wanted.text()::equals).isEmpty()) {
                throw new LpaException("the server is not the SM-DP+ that the activation code names");
            }
        });
    }

    private void decide(TransactionId transactionId, StoreMetadataRequest profile) {
        Set<PprId> rules = new HashSet<>(profile.profilePolicyRules());
        rules.remove(PprId.PPR_UPDATE_CONTROL);
        boolean known = euicc.getRat().rules().stream()
                .flatMap(rule -> rule.pprIds().stream())
                .toList()
                .containsAll(rules);
        if (!known) {
            cancel(transactionId, CancelSessionReason.PPR_NOT_ALLOWED);
        }
        switch (endUser.decide(profile)) {
            case REJECT -> cancel(transactionId, CancelSessionReason.END_USER_REJECTION);
            case POSTPONE -> cancel(transactionId, CancelSessionReason.POSTPONED);
            case CONSENT -> {
                // goes on
            }
        }
    }

    private Optional<byte[]> hashCc(TransactionId transactionId, boolean required) {
        if (!required) {
            return Optional.empty();
        }
        Optional<String> code = endUser.confirmationCode();
        if (code.isEmpty()) {
            cancel(transactionId, CancelSessionReason.TIMEOUT);
        }
        return code.map(text -> ConfirmationCode.hashCc(new ConfirmationCode(text).hash(), transactionId));
    }

    /** The metadata in the package have to be those that the end user agreed to (clause 3.1.3.2). */
    private void checkMetadata(
            TransactionId transactionId, StoreMetadataRequest offered, BoundProfilePackage boundProfilePackage) {
        try {
            byte[] inPackage = boundProfilePackage.parts().sequenceOf88().stream()
                    .map(segment -> Tlv.decode(segment, DecodeLimits.MESSAGE).value())
                    .map(value -> Arrays.copyOf(value, value.length - 8))
                    .reduce(new byte[0], Download::joined);
            if (!Arrays.equals(StoreMetadataRequest.decode(inPackage).encoded(), offered.encoded())) {
                cancel(transactionId, CancelSessionReason.METADATA_MISMATCH);
            }
        } catch (DecodeException e) {
            cancel(transactionId, CancelSessionReason.LOAD_BPP_EXECUTION_ERROR);
        }
    }

    private void cancel(TransactionId transactionId, CancelSessionReason reason) {
        CancelSessionResponse signed = euicc.cancelSession(new CancelSessionRequest(transactionId, reason));
        server.cancelSession(new CancelSessionRequestEs9(transactionId, signed));
        throw new DownloadCancelledException(reason);
    }

    /** Passes on what the eUICC refused; that the server then answers with an error is what is expected. */
    private static void tellServer(Runnable call) {
        try {
            call.run();
        } catch (Es9PlusException expected) {
            // the refusal of the eUICC is reported by the caller
        }
    }

    private static String withoutPort(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
