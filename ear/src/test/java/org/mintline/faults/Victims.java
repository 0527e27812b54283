package org.mintline.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.mintline.rsp.data.CancelSessionReason;
import org.mintline.rsp.data.ProfileInstallationResult;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.HandleNotification;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningRequest;
import org.mintline.server.RunningServer;
import org.mintline.sgp23.SimulatedDevice;
import org.mintline.sgp23.SimulatedOperator;
import org.mintline.sgp23.Way;

/**
 * Honest devices, each just before another step of ES9+, whose sessions and profiles bad input is aimed at. Each has its next
 * request ready and holds it back.
 */
final class Victims implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatedDevice initiating;
    private final SimulatedDevice authenticating;
    private final SimulatedDevice binding;
    private final SimulatedDevice cancelling;
    private final SimulatedDevice notifying;
    private final InitiateAuthenticationRequest initiateAuthentication;
    private final AuthenticateClientRequest authenticateClient;
    private final GetBoundProfilePackageRequest getBoundProfilePackage;
    private final CancelSessionRequestEs9 cancelSession;
    private final ProfileInstallationResult result;

    /**
     * A good request.
     *
     * @param function its name in JSON
     * @param json its body in JSON
     * @param member the member of that body that holds what the eUICC said
     * @param asn1 the same in ASN.1
     */
    record Good(String function, ObjectNode json, String member, RemoteProfileProvisioningRequest asn1) {}

    Victims(RunningServer server, Way way, String profileType) throws IOException, InterruptedException {
        SimulatedOperator operator = SimulatedOperator.at(server);
        Orders orders = new Orders(operator);
        initiating = new SimulatedDevice(server, way);
        authenticating = new SimulatedDevice(server, way);
        binding = new SimulatedDevice(server, way);
        cancelling = new SimulatedDevice(server, way);
        notifying = new SimulatedDevice(server, way);
        initiateAuthentication = initiating.initiateAuthentication();
        authenticateClient = authenticating.authenticateServer(matchingId(operator, orders, profileType));
        getBoundProfilePackage = prepared(binding, matchingId(operator, orders, profileType));
        var offer = cancelling.offer(matchingId(operator, orders, profileType));
        cancelSession = cancelling.cancelSession(offer.transactionId(), CancelSessionReason.POSTPONED);
        result = notifying.install(notifying.bound(prepared(notifying, matchingId(operator, orders, profileType))));
    }

    /** What each of them would send next. */
    List<Good> requests() {
        return List.of(
                new Good(
                        "initiateAuthentication",
                        JSON.createObjectNode()
                                .put("euiccChallenge", initiateAuthentication.euiccChallenge())
                                .put(
                                        "euiccInfo1",
                                        initiateAuthentication.euiccInfo1().encoded())
                                .put("smdpAddress", initiateAuthentication.smdpAddress()),
                        "euiccInfo1",
                        initiateAuthentication),
                good(authenticateClient),
                good(getBoundProfilePackage),
                good(cancelSession),
                good(result));
    }

    AuthenticateClientRequest authenticateClient() {
        return authenticateClient;
    }

    GetBoundProfilePackageRequest getBoundProfilePackage() {
        return getBoundProfilePackage;
    }

    CancelSessionRequestEs9 cancelSession() {
        return cancelSession;
    }

    ProfileInstallationResult result() {
        return result;
    }

    static Good good(AuthenticateClientRequest request) {
        return new Good(
                "authenticateClient",
                session(request.transactionId().text())
                        .put(
                                "authenticateServerResponse",
                                request.authenticateServerResponse().encoded()),
                "authenticateServerResponse",
                request);
    }

    static Good good(GetBoundProfilePackageRequest request) {
        return new Good(
                "getBoundProfilePackage",
                session(request.transactionId().text())
                        .put(
                                "prepareDownloadResponse",
                                request.prepareDownloadResponse().encoded()),
                "prepareDownloadResponse",
                request);
    }

    static Good good(CancelSessionRequestEs9 request) {
        return new Good(
                "cancelSession",
                session(request.transactionId().text())
                        .put(
                                "cancelSessionResponse",
                                request.cancelSessionResponse().encoded()),
                "cancelSessionResponse",
                request);
    }

    static Good good(ProfileInstallationResult result) {
        return new Good(
                "handleNotification",
                JSON.createObjectNode().put("pendingNotification", result.encoded()),
                "pendingNotification",
                new HandleNotification(result));
    }

    /** Each sends its request after all; the server has to take it. */
    void goOn() {
        initiating.es9plus().initiateAuthentication(initiateAuthentication);
        authenticating.es9plus().authenticateClient(authenticateClient);
        binding.es9plus().getBoundProfilePackage(getBoundProfilePackage);
        cancelling.es9plus().cancelSession(cancelSession);
        notifying.es9plus().handleNotification(result);
    }

    @Override
    public void close() {
        List.of(initiating, authenticating, binding, cancelling, notifying).forEach(SimulatedDevice::close);
    }

    private static ObjectNode session(String transactionId) {
        return JSON.createObjectNode().put("transactionId", transactionId);
    }

    private static String matchingId(SimulatedOperator operator, Orders orders, String profileType)
            throws IOException, InterruptedException {
        String iccid = SimulatedOperator.unknownIccid();
        operator.addToStock(profileType, iccid);
        return orders.release(iccid);
    }

    private static GetBoundProfilePackageRequest prepared(SimulatedDevice device, String matchingId) {
        return device.prepareDownload(device.offer(matchingId));
    }
}
