package org.mintline.web.rest.es9plus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mintline.rsp.data.EcdsaSignature;
import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.SubjectKeyIdentifier;
import org.mintline.rsp.es10.ServerSigned1;
import org.mintline.rsp.es10.SmdpSigned2;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.smdpplus.Es9Plus;

/** ES9+ that answers each function alike, and remembers what it was asked. */
final class RecordedEs9Plus implements Es9Plus {
    static final TransactionId TRANSACTION_ID = new TransactionId("00FF00AABBCCDDEE");
    static final byte[] BOUND_PROFILE_PACKAGE = Tlv.encode(0xBF36, new byte[60_000]);

    private static final byte[] CERTIFICATE = Tlv.encode(0x30, new byte[300]);
    private static final EcdsaSignature SIGNATURE = new EcdsaSignature(new byte[64]);

    final List<Object> requests = new ArrayList<>();
    RuntimeException failure;

    static InitiateAuthenticationResponse.Ok authenticationInitiated() {
        return new InitiateAuthenticationResponse.Ok(
                TRANSACTION_ID,
                ServerSigned1.of(TRANSACTION_ID, new byte[16], "smdpplus.mintline.test", new byte[16]),
                SIGNATURE,
                new SubjectKeyIdentifier(new byte[20]),
                CERTIFICATE);
    }

    static AuthenticateClientResponseEs9.Ok clientAuthenticated() {
        return new AuthenticateClientResponseEs9.Ok(
                TRANSACTION_ID,
                StoreMetadataRequest.of(Iccid.parse("8949000000000000009"), "Example Mobile", "Example"),
                SmdpSigned2.of(TRANSACTION_ID, false, Optional.empty()),
                SIGNATURE,
                CERTIFICATE);
    }

    static GetBoundProfilePackageResponse.Ok packageBound() {
        return new GetBoundProfilePackageResponse.Ok(TRANSACTION_ID, BOUND_PROFILE_PACKAGE);
    }

    @Override
    public InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request) {
        take(request);
        return authenticationInitiated();
    }

    @Override
    public AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request) {
        take(request);
        return clientAuthenticated();
    }

    @Override
    public GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request) {
        take(request);
        return packageBound();
    }

    @Override
    public void handleNotification(PendingNotification notification) {
        take(notification);
    }

    @Override
    public void cancelSession(CancelSessionRequestEs9 request) {
        take(request);
    }

    private void take(Object request) {
        if (failure != null) {
            throw failure;
        }
        requests.add(request);
    }
}
