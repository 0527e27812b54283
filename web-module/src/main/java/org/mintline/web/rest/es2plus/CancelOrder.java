package org.mintline.web.rest.es2plus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.mintline.smdpplus.Es2Plus;

/** Bodies of ES2+.CancelOrder (SGP.22 v2.5, clause 5.3.3). */
public final class CancelOrder {
    private CancelOrder() {}

    /**
     * @param header who calls, and which call it is
     * @param iccid the Profile, 18 to 20 digits
     * @param eid the eUICC that it is linked to, 32 digits; needed if it is linked
     * @param matchingId the order's; needed if it is confirmed
     * @param finalProfileStatusIndicator what becomes of the Profile: {@code Available} or {@code Unavailable}
     */
    public record Request(
            @NotNull @Valid RequestHeader header,
            @NotNull @Pattern(regexp = ICCID) String iccid,
            @Pattern(regexp = EID) String eid,
            @Size(max = 100) @Pattern(regexp = MATCHING_ID) String matchingId,

            @NotNull @Pattern(regexp = "Available|Unavailable")
            String finalProfileStatusIndicator)
            implements Es2PlusRequest {
        Es2Plus.CancelOrder order() {
            return new Es2Plus.CancelOrder(
                    iccid, Optional.ofNullable(eid), Optional.ofNullable(matchingId), finalProfileStatusIndicator);
        }
    }
}
