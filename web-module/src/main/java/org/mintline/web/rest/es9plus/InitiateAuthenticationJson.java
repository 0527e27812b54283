package org.mintline.web.rest.es9plus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.mintline.rsp.data.EuiccInfo1;
import org.mintline.rsp.es9plus.InitiateAuthenticationRequest;
import org.mintline.rsp.es9plus.InitiateAuthenticationResponse;
import org.mintline.web.rest.rsp.ResponseHeader;

/** JSON bodies of ES9+.InitiateAuthentication (SGP.22 v2.5, clauses 5.6.1 and 6.5.2.6). */
public final class InitiateAuthenticationJson {
    private InitiateAuthenticationJson() {}

    /**
     * @param euiccChallenge 16 bytes
     * @param euiccInfo1 EUICCInfo1 with its tag 'BF20'
     * @param smdpAddress the SM-DP+ address as the device knows it
     */
    public record Request(
            @NotNull @Size(min = 16, max = 16) byte[] euiccChallenge,
            @NotNull byte[] euiccInfo1,
            @NotNull @Size(max = 255) String smdpAddress) {
        InitiateAuthenticationRequest decoded() {
            return new InitiateAuthenticationRequest(euiccChallenge, smdpAddress, EuiccInfo1.decode(euiccInfo1));
        }
    }

    /**
     * @param header how the function ended
     * @param transactionId 1 to 16 bytes in hexadecimal, upper case
     * @param serverSigned1 ServerSigned1, a SEQUENCE
     * @param serverSignature1 with its tag '5F37'
     * @param euiccCiPKIdToBeUsed a SubjectKeyIdentifier, with its tag '04'
     * @param serverCertificate CERT.DPauth
     */
    public record Response(
            ResponseHeader header,
            String transactionId,
            byte[] serverSigned1,
            byte[] serverSignature1,
            byte[] euiccCiPKIdToBeUsed,
            byte[] serverCertificate) {
        static Response of(InitiateAuthenticationResponse.Ok ok) {
            return new Response(
                    ResponseHeader.EXECUTED_SUCCESS,
                    ok.transactionId().text(),
                    ok.serverSigned1().encoded(),
                    ok.serverSignature1().encoded(),
                    ok.euiccCiPKIdToBeUsed().encoded(),
                    ok.serverCertificate());
        }
    }
}
