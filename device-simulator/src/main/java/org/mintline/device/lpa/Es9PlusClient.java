package org.mintline.device.lpa;

import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;

/**
 * ES9+ as the LPA calls it, whatever the binding (SGP.22 v2.5, clause 5.6). Every function throws {@link Es9PlusException} where the
 * SM-DP+ answers with an error, and {@link LpaException} where it does not answer as it should.
 */
public interface Es9PlusClient {
    /** ES9+.InitiateAuthentication. */
    InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request);

    /** ES9+.AuthenticateClient. */
    AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request);

    /** ES9+.GetBoundProfilePackage. */
    GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request);

    /** ES9+.HandleNotification. */
    void handleNotification(PendingNotification notification);

    /** ES9+.CancelSession. */
    void cancelSession(CancelSessionRequestEs9 request);
}
