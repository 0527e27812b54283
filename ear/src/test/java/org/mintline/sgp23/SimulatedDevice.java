package org.mintline.sgp23;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.euicc.configuration.EuiccConfiguration;
import org.mintline.device.euicc.configuration.Faults;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.Es9PlusClient;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.lpa.RspServers;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.device.pki.TestPki;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.FinalResult;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.CtxParams1.CtxParamsForCommonAuthentication;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.ConfirmationCode;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.ServerAddress;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.server.RunningServer;

/** S_Device of SGP.23: an LPA over a factory-fresh software eUICC with an EID of its own, which takes the steps of a download one by one. */
public final class SimulatedDevice implements AutoCloseable {
    /** The SM-DP+ under test, as activation codes name it. */
    public static final ServerAddress ADDRESS = ServerAddress.parse("smdpplus.mintline.test");
    /** A TransactionID that the SM-DP+ has not given. */
    static final TransactionId UNKNOWN_TRANSACTION = new TransactionId("00112233445566778899AABBCCDDEEFF");

    private static final AtomicLong NUMBERS = new AtomicLong(23_000_000);
    private static final Imei IMEI = Imei.withCheckDigit("35290611000000");
    private static final Map<Reached, RspServers> SERVERS = new ConcurrentHashMap<>();

    private final Euicc euicc;
    private final RspServers servers;
    private final Es10 es10;

    /** Devices share their connections: that of another case is as good. */
    private record Reached(RunningServer server, RspServers.Binding binding) {}

    /** A device whose eUICC is in order. */
    public SimulatedDevice(RunningServer server, Way way) {
        this(server, way, UnaryOperator.identity());
    }

    /** A device whose eUICC is in order, with other properties than usual. */
    public SimulatedDevice(RunningServer server, Way way, UnaryOperator<EuiccConfiguration> changed) {
        this(server, way, changed.apply(made(server, way)));
    }

    /** A device with that eUICC. */
    SimulatedDevice(RunningServer server, Way way, EuiccConfiguration configuration) {
        euicc = new Euicc(configuration);
        servers = SERVERS.computeIfAbsent(new Reached(server, way.binding()), SimulatedDevice::reach);
        es10 = new Es10(euicc::transmit);
    }

    private static EuiccConfiguration made(RunningServer server, Way way) {
        try {
            return EuiccMaker.of(server.home().resolve("pki"), way.curve(), TestPki.EIN, Cryptography.system())
                    .make(NUMBERS.incrementAndGet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RspServers reach(Reached reached) {
        try {
            Path pki = reached.server().home().resolve("pki");
            byte[] issuer = Files.readAllBytes(pki.resolve("certificate-issuers/ci-nist.der"));
            String host = ADDRESS.host().toString().toLowerCase(Locale.ROOT);
            ConnectTo here = ConnectTo.parse(
                    List.of(host + "=127.0.0.1:" + reached.server().es9plus().getPort()));
            return new RspServers(List.of(RspCertificate.decode(issuer)), here, reached.binding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets what the eUICC does wrong from now on. */
    void setFault(Faults.Fault fault) {
        euicc.setFaults(Faults.NONE.with(fault));
    }

    /** Sets everything that the eUICC does wrong from now on. */
    void setFaults(Faults faults) {
        euicc.setFaults(faults);
    }

    /** The card itself. */
    public Euicc euicc() {
        return euicc;
    }

    /** ES9+ of the SM-DP+ under test. */
    public Es9PlusClient es9plus() {
        return servers.apply(ADDRESS);
    }

    /** ES10 of the eUICC. */
    public Es10 es10() {
        return es10;
    }

    /** The EID of the eUICC, 32 digits. */
    public String eid() {
        return euicc.configuration().eid().digits();
    }

    /** Signs with SK.EUICC.ECDSA what the eUICC itself would not sign. */
    EcdsaSignature sign(byte[]... parts) {
        return new EcdsaSignature(Cryptography.system()
                .sign(euicc.configuration().credentials().get(0).skEuicc(), parts));
    }

    /** InitiateAuthentication as it should be. */
    public InitiateAuthenticationRequest initiateAuthentication() {
        return new InitiateAuthenticationRequest(es10.getEuiccChallenge(), ADDRESS.toString(), es10.getEuiccInfo1());
    }

    /** What the eUICC answers to the server, on the way to AuthenticateClient. */
    public AuthenticateClientRequest authenticateServer(String matchingId) {
        return authenticateServer(Optional.of(matchingId));
    }

    /** The same, with the MatchingID given or omitted. */
    AuthenticateClientRequest authenticateServer(Optional<String> matchingId) {
        InitiateAuthenticationResponse.Ok initiated = es9plus().initiateAuthentication(initiateAuthentication());
        return new AuthenticateClientRequest(initiated.transactionId(), answer(initiated, matchingId));
    }

    /** What the eUICC answers to that server. */
    AuthenticateServerResponse answer(InitiateAuthenticationResponse.Ok initiated, Optional<String> matchingId) {
        return es10.authenticateServer(new AuthenticateServerRequest(
                initiated.serverSigned1(),
                initiated.serverSignature1(),
                initiated.euiccCiPKIdToBeUsed(),
                initiated.serverCertificate(),
                new CtxParamsForCommonAuthentication(matchingId, Lpa.deviceInfo(IMEI))));
    }

    /** Authenticates to the server in a new session and gives what it offers. */
    public AuthenticateClientResponseEs9.Ok offer(String matchingId) {
        return es9plus().authenticateClient(authenticateServer(matchingId));
    }

    /** What the eUICC answers to an offer, with the right confirmation code if one is required. */
    public GetBoundProfilePackageRequest prepareDownload(AuthenticateClientResponseEs9.Ok offer) {
        return prepareDownload(offer, DownloadOrder.CONFIRMATION_CODE);
    }

    /** The same with that confirmation code if one is required. */
    GetBoundProfilePackageRequest prepareDownload(AuthenticateClientResponseEs9.Ok offer, String confirmationCode) {
        Optional<byte[]> hashCc = offer.smdpSigned2().ccRequiredFlag()
                ? Optional.of(
                        ConfirmationCode.hashCc(new ConfirmationCode(confirmationCode).hash(), offer.transactionId()))
                : Optional.empty();
        PrepareDownloadResponse response = es10.prepareDownload(new PrepareDownloadRequest(
                offer.smdpSigned2(), offer.smdpSignature2(), hashCc, offer.smdpCertificate()));
        if (response instanceof PrepareDownloadResponse.Error refused) {
            throw new AssertionError("the eUICC refuses the offer: " + refused.downloadErrorCode());
        }
        return new GetBoundProfilePackageRequest(offer.transactionId(), response);
    }

    /** The package for what the eUICC answered. */
    public BoundProfilePackage bound(GetBoundProfilePackageRequest request) {
        return new BoundProfilePackage(es9plus().getBoundProfilePackage(request).boundProfilePackage());
    }

    /** Brings the package onto the eUICC. */
    ProfileInstallationResult load(BoundProfilePackage boundProfilePackage) {
        return es10.loadBoundProfilePackage(boundProfilePackage);
    }

    /** Brings the package onto the eUICC, where it has to be installed. */
    public ProfileInstallationResult install(BoundProfilePackage boundProfilePackage) {
        ProfileInstallationResult result = load(boundProfilePackage);
        if (result.profileInstallationResultData().finalResult() instanceof FinalResult.ErrorResult error) {
            throw new AssertionError("the eUICC refuses the package: " + error);
        }
        return result;
    }

    /** What the eUICC signs to cancel. */
    public CancelSessionRequestEs9 cancelSession(TransactionId transactionId, CancelSessionReason reason) {
        return new CancelSessionRequestEs9(
                transactionId, es10.cancelSession(new CancelSessionRequest(transactionId, reason)));
    }

    @Override
    public void close() {
        es10.close();
    }
}
