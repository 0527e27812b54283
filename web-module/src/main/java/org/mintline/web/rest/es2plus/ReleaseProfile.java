package org.mintline.web.rest.es2plus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The body of ES2+.ReleaseProfile (SGP.22 v2.5, clause 5.3.4). */
public final class ReleaseProfile {
    private ReleaseProfile() {}

    /**
     * @param header who calls, and which call it is
     * @param iccid the Profile, 18 to 20 digits
     */
    public record Request(
            @NotNull @Valid RequestHeader header,
            @NotNull @Pattern(regexp = ICCID) String iccid) implements Es2PlusRequest {}
}
