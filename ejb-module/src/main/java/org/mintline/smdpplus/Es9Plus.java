package org.mintline.smdpplus;

import org.mintline.rsp.data.PendingNotification;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.rsp.status.FunctionException;

/**
 * ES9+, the interface between LPA and SM-DP+ (SGP.22 v2.5, clause 5.6), the same for the JSON and the ASN.1 binding.
 *
 * <p>A request that is repeated with the same content while its session is in the state that the first one led to gets the same
 * answer again, so that an answer that was lost on the way costs nothing. A request that is refused changes nothing, except where
 * the method says so.
 */
public interface Es9Plus {
    /**
     * ES9+.InitiateAuthentication (clause 5.6.1): begins an RSP session.
     *
     * @throws FunctionException 8.8.1/3.8 not the address of this SM-DP+; 8.8.3/3.1 SVN; 8.8.2/3.1 no CI key for the eUICC's
     *     signatures; 8.8.4/3.7 no own certificate that the eUICC can verify
     */
    InitiateAuthenticationResponse.Ok initiateAuthentication(InitiateAuthenticationRequest request);

    /**
     * ES9+.AuthenticateClient (clause 5.6.3): authenticates the eUICC and finds the download order that it asks for. An order whose
     * attempts are used up is ended.
     *
     * @throws FunctionException 8.10.1/3.9 TransactionID; 8.1.2/6.1, 8.1.2/6.3 EUM certificate; 8.1.3/6.1, 8.1.3/6.3 eUICC
     *     certificate; 8.11.1/3.9 CI key; 8.1/6.1 signature or challenge; 8.2.6/3.8 MatchingID; 8.1.1/3.8 EID; 8.2/1.2 not
     *     released; 8.8.5/4.10 expired; 8.8.5/6.4 attempts; 8.2.5/4.3 and 8.1/4.8 not eligible
     */
    AuthenticateClientResponseEs9.Ok authenticateClient(AuthenticateClientRequest request);

    /**
     * ES9+.GetBoundProfilePackage (clause 5.6.2): binds the Profile to the eUICC. A wrong confirmation code is counted, and ends the
     * order when there were too many.
     *
     * @throws FunctionException 8.10.1/3.9 TransactionID; 8.1/6.1 signature; 8.2.7/2.2, 8.2.7/3.8, 8.2.7/6.4 confirmation code;
     *     8.2/3.7 no new binding
     */
    GetBoundProfilePackageResponse.Ok getBoundProfilePackage(GetBoundProfilePackageRequest request);

    /**
     * ES9+.HandleNotification (clause 5.6.4): takes what an eUICC tells of a Profile. A notification that is not believed is written
     * into the audit trail and otherwise ignored; the LPA is answered alike, since it would only send it again.
     */
    void handleNotification(PendingNotification notification);

    /**
     * ES9+.CancelSession (clause 5.6.5): ends the session, and the order too, unless the reason lets the device come back.
     *
     * @throws FunctionException 8.10.1/3.9 TransactionID; 8.1/6.1 signature; 8.8/3.10 object identifier of the SM-DP+
     */
    void cancelSession(CancelSessionRequestEs9 request);
}
