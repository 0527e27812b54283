package org.mintline.web.rest.es9plus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.mintline.rsp.es10.CancelSessionResponse;
import org.mintline.rsp.es9plus.CancelSessionRequestEs9;
import org.mintline.rsp.identification.TransactionId;

/** The JSON body of ES9+.CancelSession (SGP.22 v2.5, clauses 5.6.5 and 6.5.2.10). */
public final class CancelSessionJson {
    private CancelSessionJson() {}

    /**
     * @param transactionId 1 to 16 bytes in hexadecimal
     * @param cancelSessionResponse CancelSessionResponse with its tag 'BF41'
     */
    public record Request(
            @NotNull @Pattern(regexp = Hexadecimal.TRANSACTION_ID)
            String transactionId,

            @NotNull byte[] cancelSessionResponse) {
        CancelSessionRequestEs9 decoded() {
            return new CancelSessionRequestEs9(
                    new TransactionId(transactionId), CancelSessionResponse.decode(cancelSessionResponse));
        }
    }
}
