package org.mintline.web.rest.es9plus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.mintline.rsp.es10.AuthenticateServerResponse;
import org.mintline.rsp.es9plus.AuthenticateClientRequest;
import org.mintline.rsp.es9plus.AuthenticateClientResponseEs9;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.web.rest.rsp.ResponseHeader;

/** JSON bodies of ES9+.AuthenticateClient (SGP.22 v2.5, clauses 5.6.3 and 6.5.2.8). */
public final class AuthenticateClientJson {
    private AuthenticateClientJson() {}

    /**
     * @param transactionId 1 to 16 bytes in hexadecimal
     * @param authenticateServerResponse AuthenticateServerResponse with its tag 'BF38'
     */
    public record Request(
            @NotNull @Pattern(regexp = Hexadecimal.TRANSACTION_ID)
            String transactionId,

            @NotNull byte[] authenticateServerResponse) {
        AuthenticateClientRequest decoded() {
            return new AuthenticateClientRequest(
                    new TransactionId(transactionId), AuthenticateServerResponse.decode(authenticateServerResponse));
        }
    }

    /**
     * @param header how the function ended
     * @param transactionId 1 to 16 bytes in hexadecimal, upper case
     * @param profileMetadata StoreMetadataRequest with its tag 'BF25'
     * @param smdpSigned2 SmdpSigned2, a SEQUENCE
     * @param smdpSignature2 with its tag '5F37'
     * @param smdpCertificate CERT.DPpb
     */
    public record Response(
            ResponseHeader header,
            String transactionId,
            byte[] profileMetadata,
            byte[] smdpSigned2,
            byte[] smdpSignature2,
            byte[] smdpCertificate) {
        static Response of(AuthenticateClientResponseEs9.Ok ok) {
            return new Response(
                    ResponseHeader.EXECUTED_SUCCESS,
                    ok.transactionId().text(),
                    ok.profileMetaData().encoded(),
                    ok.smdpSigned2().encoded(),
                    ok.smdpSignature2().encoded(),
                    ok.smdpCertificate());
        }
    }
}
