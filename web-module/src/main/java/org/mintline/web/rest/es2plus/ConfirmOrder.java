package org.mintline.web.rest.es2plus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.web.rest.rsp.ResponseHeader;

/** Bodies of ES2+.ConfirmOrder (SGP.22 v2.5, clause 5.3.2). */
public final class ConfirmOrder {
    private ConfirmOrder() {}

    /**
     * @param header who calls, and which call it is
     * @param iccid the Profile, 18 to 20 digits
     * @param eid the eUICC that the Profile is for, 32 digits, or null
     * @param matchingId the Activation Code Token or EventID; empty for the default SM-DP+; null if one shall be made here
     * @param confirmationCode as the end user will type it, or null if none is needed
     * @param smdsAddress where the event is to be registered, or null
     * @param releaseFlag whether the Profile is released at once
     */
    public record Request(
            @NotNull @Valid RequestHeader header,
            @NotNull @Pattern(regexp = ICCID) String iccid,
            @Pattern(regexp = EID) String eid,
            @Size(max = 100) @Pattern(regexp = MATCHING_ID) String matchingId,
            @Size(min = 1, max = 100) String confirmationCode,
            @Size(max = 255) String smdsAddress,
            @NotNull Boolean releaseFlag)
            implements Es2PlusRequest {
        Es2Plus.ConfirmOrder order() {
            return new Es2Plus.ConfirmOrder(
                    iccid,
                    Optional.ofNullable(eid),
                    Optional.ofNullable(matchingId),
                    Optional.ofNullable(confirmationCode),
                    Optional.ofNullable(smdsAddress),
                    releaseFlag);
        }

        /** Without the confirmation code, which is a secret of the end user. */
        @Override
        public String toString() {
            return "confirmOrder of " + iccid;
        }
    }

    /**
     * @param header how the function ended
     * @param eid the eUICC that the Profile is linked to, or null
     * @param matchingId what the activation code carries
     * @param smdpAddress the SM-DP+ address of the activation code, or null if it is the default one
     */
    public record Response(ResponseHeader header, String eid, String matchingId, String smdpAddress) {
        static Response of(Es2Plus.OrderConfirmed confirmed) {
            return new Response(
                    ResponseHeader.EXECUTED_SUCCESS,
                    confirmed.eid().orElse(null),
                    confirmed.matchingId(),
                    confirmed.smdpAddress().orElse(null));
        }
    }
}
