package org.mintline.web.rest.es9plus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.mintline.rsp.es10.PrepareDownloadResponse;
import org.mintline.rsp.es9plus.GetBoundProfilePackageRequest;
import org.mintline.rsp.es9plus.GetBoundProfilePackageResponse;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.web.rest.rsp.ResponseHeader;

/** JSON bodies of ES9+.GetBoundProfilePackage (SGP.22 v2.5, clauses 5.6.2 and 6.5.2.7). */
public final class GetBoundProfilePackageJson {
    private GetBoundProfilePackageJson() {}

    /**
     * @param transactionId 1 to 16 bytes in hexadecimal
     * @param prepareDownloadResponse PrepareDownloadResponse with its tag 'BF21'
     */
    public record Request(
            @NotNull @Pattern(regexp = Hexadecimal.TRANSACTION_ID)
            String transactionId,

            @NotNull byte[] prepareDownloadResponse) {
        GetBoundProfilePackageRequest decoded() {
            return new GetBoundProfilePackageRequest(
                    new TransactionId(transactionId), PrepareDownloadResponse.decode(prepareDownloadResponse));
        }
    }

    /**
     * @param header how the function ended
     * @param transactionId 1 to 16 bytes in hexadecimal, upper case
     * @param boundProfilePackage BoundProfilePackage with its tag 'BF36'
     */
    public record Response(ResponseHeader header, String transactionId, byte[] boundProfilePackage) {
        static Response of(GetBoundProfilePackageResponse.Ok ok) {
            return new Response(
                    ResponseHeader.EXECUTED_SUCCESS, ok.transactionId().text(), ok.boundProfilePackage());
        }
    }
}
