package org.mintline.sgp23;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mintline.device.euicc.Euicc;
import org.mintline.device.https.ConnectTo;
import org.mintline.device.lpa.DownloadRequest;
import org.mintline.device.lpa.DownloadResult;
import org.mintline.device.lpa.EndUser;
import org.mintline.device.lpa.Es10;
import org.mintline.device.lpa.Es9PlusClient;
import org.mintline.device.lpa.Es9PlusException;
import org.mintline.device.lpa.Lpa;
import org.mintline.device.lpa.RspServers;
import org.mintline.device.pki.EuiccMaker;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.es10.AuthenticateServerRequest;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es10.CancelSessionRequest;
import org.mintline.rsp.es10.CtxParams1.CtxParamsForCommonAuthentication;
import org.mintline.rsp.es10.PrepareDownloadRequest;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.Imei;
import org.mintline.rsp.identification.ServerAddress;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.server.RunningServer;

/** S_Device of SGP.23: an LPA over a factory-fresh software eUICC with an EID of its own, which takes the steps of a download one by one. */
final class SimulatedDevice implements AutoCloseable {
    static final ServerAddress ADDRESS = ServerAddress.parse("smdpplus.mintline.test");

    private static final String EIN = "89049032";
    private static final AtomicLong NUMBERS = new AtomicLong(23_000_000);
    private static final Imei IMEI = Imei.withCheckDigit("35290611000000");

    private final Euicc euicc;
    private final RspServers servers;
    private final Es10 es10;

    /** The curve of the eUICC's keys and the binding of ES9+: what each case is run over. */
    record Way(EllipticCurve curve, RspServers.Binding binding) {
        /** NIST P-256 and brainpoolP256r1, each over JSON and ASN.1. */
        static Stream<Way> all() {
            return Stream.of(EllipticCurve.NIST_P256, EllipticCurve.BRAINPOOL_P256R1)
                    .flatMap(curve -> Stream.of(RspServers.Binding.values()).map(binding -> new Way(curve, binding)));
        }

        /** Takes a failure as this binding tells it. */
        void failed(ThrowingCallable function, String statusCodes, String errorName) {
            assertThatThrownBy(function).isInstanceOfSatisfying(Es9PlusException.class, e -> {
                String told = binding == RspServers.Binding.JSON
                        ? e.subjectCode().orElseThrow() + "/" + e.reasonCode().orElseThrow()
                        : e.errorCode().orElseThrow();
                if (!told.equals(binding == RspServers.Binding.JSON ? statusCodes : errorName)) {
                    throw new AssertionError("answered " + told + " for " + statusCodes + " " + errorName, e);
                }
            });
        }
    }

    SimulatedDevice(RunningServer server, Way way) {
        Path pki = server.home().resolve("pki");
        try {
            EuiccMaker maker = EuiccMaker.of(pki, way.curve(), EIN, Cryptography.system());
            euicc = new Euicc(maker.make(NUMBERS.incrementAndGet()));
            byte[] issuer = Files.readAllBytes(pki.resolve("certificate-issuers/ci-nist.der"));
            List<RspCertificate> trusted = List.of(RspCertificate.decode(issuer));
            ConnectTo here = ConnectTo.parse(List.of(ADDRESS.host().toString().toLowerCase(Locale.ROOT) + "=127.0.0.1:"
                    + server.es9plus().getPort()));
            servers = new RspServers(trusted, here, way.binding());
            es10 = new Es10(euicc::transmit);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** ES9+ of the SM-DP+ under test. */
    Es9PlusClient es9plus() {
        return servers.apply(ADDRESS);
    }

    /** ES10 of the eUICC. */
    Es10 es10() {
        return es10;
    }

    /** The EID of the eUICC, 32 digits. */
    String eid() {
        return es10.getEid().digits();
    }

    /** InitiateAuthentication as it should be. */
    InitiateAuthenticationRequest initiateAuthentication() {
        return new InitiateAuthenticationRequest(es10.getEuiccChallenge(), ADDRESS.toString(), es10.getEuiccInfo1());
    }

    /** What the eUICC answers to the server, on the way to AuthenticateClient. */
    AuthenticateClientRequest authenticateServer(String matchingId) {
        InitiateAuthenticationResponse.Ok initiated = es9plus().initiateAuthentication(initiateAuthentication());
        return new AuthenticateClientRequest(initiated.transactionId(), answer(initiated, matchingId));
    }

    /** What the eUICC answers to that server. */
    AuthenticateServerResponse answer(InitiateAuthenticationResponse.Ok initiated, String matchingId) {
        return es10.authenticateServer(new AuthenticateServerRequest(
                initiated.serverSigned1(),
                initiated.serverSignature1(),
                initiated.euiccCiPKIdToBeUsed(),
                initiated.serverCertificate(),
                new CtxParamsForCommonAuthentication(Optional.of(matchingId), Lpa.deviceInfo(IMEI))));
    }

    /** What the eUICC answers to an offer, on the way to GetBoundProfilePackage. */
    GetBoundProfilePackageRequest prepareDownload(AuthenticateClientResponseEs9.Ok offer, Optional<byte[]> hashCc) {
        return new GetBoundProfilePackageRequest(
                offer.transactionId(),
                es10.prepareDownload(new PrepareDownloadRequest(
                        offer.smdpSigned2(), offer.smdpSignature2(), hashCc, offer.smdpCertificate())));
    }

    /** What the eUICC signs to cancel. */
    CancelSessionRequestEs9 cancelSession(TransactionId transactionId, CancelSessionReason reason) {
        return new CancelSessionRequestEs9(
                transactionId, es10.cancelSession(new CancelSessionRequest(transactionId, reason)));
    }

    /** The whole way to an installed profile. */
    DownloadResult download(String matchingId, EndUser endUser) {
        return new Lpa(euicc::transmit, servers)
                .download(new DownloadRequest(ADDRESS, Optional.of(matchingId), Optional.empty()), endUser);
    }

    @Override
    public void close() {
        es10.close();
    }
}
