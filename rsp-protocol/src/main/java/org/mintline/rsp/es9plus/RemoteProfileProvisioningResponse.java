package org.mintline.rsp.es9plus;

import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** A response in the ASN.1 binding, 'A2' around the response of the function (SGP.22 v2.5, clause 6.6). */
public sealed interface RemoteProfileProvisioningResponse
        permits InitiateAuthenticationResponse,
                AuthenticateClientResponseEs9,
                GetBoundProfilePackageResponse,
                CancelSessionResponseEs9 {
    /** The tag of the data object around the response. */
    int TAG = 0xA2;

    /** Reads the whole of an HTTP body. */
    static RemoteProfileProvisioningResponse decode(byte[] input) {
        Tlv body = Tlv.decode(input, DecodeLimits.PACKAGE).expect(TAG, "RemoteProfileProvisioningResponse");
        Tlv function = body.reader().next("RemoteProfileProvisioningResponse");
        return switch (function.tag()) {
            case InitiateAuthenticationResponse.TAG -> InitiateAuthenticationResponse.decode(function);
            case AuthenticateClientResponseEs9.TAG -> AuthenticateClientResponseEs9.decode(function);
            case GetBoundProfilePackageResponse.TAG -> GetBoundProfilePackageResponse.decode(function);
            case CancelSessionResponseEs9.TAG -> CancelSessionResponseEs9.decode(function);
            default ->
                throw new DecodeException(
                        "RemoteProfileProvisioningResponse",
                        function.offset(),
                        "has the unknown alternative " + function.name());
        };
    }

    /** The response of the function. */
    byte[] encoded();

    /** The HTTP body: 'A2' around the response of the function. */
    default byte[] body() {
        return Tlv.encode(TAG, encoded());
    }
}
