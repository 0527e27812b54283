package org.mintline.rsp.es9plus;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** A request in the ASN.1 binding, 'A2' around the request of the function (SGP.22 v2.5, clause 6.6). */
public sealed interface RemoteProfileProvisioningRequest
        permits InitiateAuthenticationRequest,
                AuthenticateClientRequest,
                GetBoundProfilePackageRequest,
                CancelSessionRequestEs9,
                HandleNotification {
    /** The tag of the data object around the request. */
    int TAG = 0xA2;

    /** Reads the whole of an HTTP body. */
    static RemoteProfileProvisioningRequest decode(byte[] input) {
        Tlv body = Tlv.decode(input, DecodeLimits.MESSAGE).expect(TAG, "RemoteProfileProvisioningRequest");
        Tlv function = body.reader().next("RemoteProfileProvisioningRequest");
        return switch (function.tag()) {
            case InitiateAuthenticationRequest.TAG -> InitiateAuthenticationRequest.decode(function);
            case AuthenticateClientRequest.TAG -> AuthenticateClientRequest.decode(function);
            case GetBoundProfilePackageRequest.TAG -> GetBoundProfilePackageRequest.decode(function);
            case CancelSessionRequestEs9.TAG -> CancelSessionRequestEs9.decode(function);
            case HandleNotification.TAG -> HandleNotification.decode(function);
            default ->
                throw new DecodeException(
                        "RemoteProfileProvisioningRequest",
                        function.offset(),
                        "has the unknown alternative " + function.name());
        };
    }

    /** The request of the function. */
    byte[] encoded();

    /** The HTTP body: 'A2' around the request of the function. */
    default byte[] body() {
        return Tlv.encode(TAG, encoded());
    }
}
