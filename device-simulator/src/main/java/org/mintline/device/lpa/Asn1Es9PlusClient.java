package org.mintline.device.lpa;

import java.io.IOException;
import java.util.Map;
import org.mintline.device.https.HttpsClient;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.CancelSessionResponseEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.HandleNotification;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningRequest;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningResponse;
import org.mintline.rsp.tlv.DecodeException;

/** ES9+ in the ASN.1 binding (SGP.22 v2.5, clause 6.6). May be used by many threads. */
public final class Asn1Es9PlusClient implements Es9PlusClient {
    private static final String PATH = "/gsma/rsp2/asn1";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/x-gsma-rsp-asn1",
            "X-Admin-Protocol", "gsma/rsp/v2.5.0",
            "User-Agent", "gsma-rsp-lpad");

    private final HttpsClient https;

    /** @param https reaches the SM-DP+ */
    public Asn1Es9PlusClient(HttpsClient https) {
        this.https = https;
    }

    @Override
    public InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request) {
        RemoteProfileProvisioningResponse response = call(request);
        if (response instanceof InitiateAuthenticationResponse.Error error) {
            throw Es9PlusException.ofError("initiateAuthentication", error.initiateAuthenticationError());
        }
        return expect(InitiateAuthenticationResponse.Ok.class, response);
    }

    @Override
    public AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request) {
        RemoteProfileProvisioningResponse response = call(request);
        if (response instanceof AuthenticateClientResponseEs9.Error error) {
            throw Es9PlusException.ofError("authenticateClient", error.authenticateClientError());
        }
        return expect(AuthenticateClientResponseEs9.Ok.class, response);
    }

    @Override
    public GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request) {
        RemoteProfileProvisioningResponse response = call(request);
        if (response instanceof GetBoundProfilePackageResponse.Error error) {
            throw Es9PlusException.ofError("getBoundProfilePackage", error.getBoundProfilePackageError());
        }
        return expect(GetBoundProfilePackageResponse.Ok.class, response);
    }

    @Override
    public void handleNotification(PendingNotification notification) {
        int status = post(new HandleNotification(notification)).status();
        if (status != 204) {
            throw new LpaException("handleNotification is answered with HTTP " + status);
        }
    }

    @Override
    public void cancelSession(CancelSessionRequestEs9 request) {
        RemoteProfileProvisioningResponse response = call(request);
        if (response instanceof CancelSessionResponseEs9.Error error) {
            throw Es9PlusException.ofError("cancelSession", error.cancelSessionError());
        }
    }

    private RemoteProfileProvisioningResponse call(RemoteProfileProvisioningRequest request) {
        HttpsClient.Answer answer = post(request);
        if (answer.status() != 200) {
            throw new LpaException("the SM-DP+ answers with HTTP " + answer.status());
        }
        try {
            return RemoteProfileProvisioningResponse.decode(answer.body());
        } catch (DecodeException e) {
            throw new LpaException("the SM-DP+ answers with what is no response: " + e.getMessage(), e);
        }
    }

    private HttpsClient.Answer post(RemoteProfileProvisioningRequest request) {
        try {
            return https.post(PATH, HEADERS, request.body());
        } catch (IOException e) {
            throw new LpaException("the SM-DP+ is not reached: " + e.getMessage(), e);
        }
    }

    private static <T> T expect(Class<T> type, RemoteProfileProvisioningResponse response) {
        if (!type.isInstance(response)) {
            throw new LpaException("the SM-DP+ answers another function than was called");
        }
        return type.cast(response);
    }
}
