package org.mintline.web.rest.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.ProfileTypeVariants;

/** Bodies about variants of profile types. */
public final class VariantBodies {
    private VariantBodies() {}

    /**
     * The variants of a profile type.
     *
     * @param variants from the top; the first that fits is what goes out
     */
    public record VariantTable(
            @NotNull @Size(max = ProfileTypeVariants.MOST) List<@NotNull @Valid Variant> variants) {
        static VariantTable of(List<ProfileTypeVariants.Variant> variants) {
            return new VariantTable(variants.stream().map(Variant::of).toList());
        }

        List<ProfileTypeVariants.Variant> decoded() {
            return variants.stream().map(Variant::decoded).toList();
        }
    }

    /**
     * A variant.
     *
     * @param profileType the name of the variant, another profile type of the operator
     * @param criterion what is looked at
     * @param value first digits of EID or TAC, the name of a capability, or bytes; null for ANY
     * @param upTo the last first digits of a range, or null
     * @param note why, for the operator's staff, or null
     */
    public record Variant(
            @NotNull @Size(max = 64) String profileType,
            @NotNull Criterion criterion,
            @Size(max = 64) String value,
            @Size(max = 32) String upTo,
            @Size(max = 200) String note) {
        static Variant of(ProfileTypeVariants.Variant variant) {
            return new Variant(
                    variant.profileType(),
                    variant.condition().criterion(),
                    variant.condition().value(),
                    variant.condition().upTo().orElse(null),
                    variant.note());
        }

        ProfileTypeVariants.Variant decoded() {
            return new ProfileTypeVariants.Variant(
                    profileType,
                    new DeviceCondition(criterion, value == null ? "" : value, Optional.ofNullable(upTo)),
                    note == null ? "" : note);
        }
    }
}
