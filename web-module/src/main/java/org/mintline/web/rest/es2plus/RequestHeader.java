package org.mintline.web.rest.es2plus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The header of a request of an operator (SGP.22 v2.5, clause 6.5.1.3).
 *
 * @param functionRequesterIdentifier who calls: an object identifier in dotted form
 * @param functionCallIdentifier the caller's identifier of this call; repeated, it gets the first answer again
 */
public record RequestHeader(
        @NotNull @Size(max = 100) @Pattern(regexp = "[0-9]+(\\.[0-9]+)+")
        String functionRequesterIdentifier,

        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = "[ -~]+")
        String functionCallIdentifier) {}
