package org.mintline.web.rest.es2plus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.mintline.smdpplus.Es2Plus;
import org.mintline.web.rest.rsp.ResponseHeader;

/** Bodies of ES2+.DownloadOrder (SGP.22 v2.5, clause 5.3.1). */
public final class DownloadOrder {
    private DownloadOrder() {}

    /**
     * @param header who calls, and which call it is
     * @param eid the eUICC that the Profile is for, 32 digits, or null
     * @param iccid the Profile, 18 to 20 digits, or null
     * @param profileType one of the caller's profile types, or null; one of the two is needed
     */
    public record Request(
            @NotNull @Valid RequestHeader header,
            @Pattern(regexp = EID) String eid,
            @Pattern(regexp = ICCID) String iccid,
            @Size(min = 1, max = 100) String profileType)
            implements Es2PlusRequest {
        Es2Plus.DownloadOrder order() {
            return new Es2Plus.DownloadOrder(
                    Optional.ofNullable(eid), Optional.ofNullable(iccid), Optional.ofNullable(profileType));
        }
    }

    /**
     * @param header how the function ended
     * @param iccid the Profile that is reserved, 19 or 20 digits
     */
    public record Response(ResponseHeader header, String iccid) {}
}
