package org.mintline.smdpplus.variant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.eligibility.AuthenticatedDevice;
import org.mintline.smdpplus.eligibility.Eligibility;
import org.mintline.smdpplus.eligibility.KnownEligibilityRules;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;

/**
 * From which profile type's package the Profile of an order is made for a device, and what stands against the download (SGP.22
 * v2.5, annex F). Once a package was handed out, the Profile stays what it is.
 */
@Dependent
public class ProfileChoice {
    private final KnownProfileTypes types;
    private final KnownVariants variants;
    private final KnownEligibilityRules rules;

    /** Of the given parts. */
    @Inject
    public ProfileChoice(KnownProfileTypes types, KnownVariants variants, KnownEligibilityRules rules) {
        this.types = types;
        this.variants = variants;
        this.rules = rules;
    }

    /**
     * What was chosen.
     *
     * @param type whose package goes out
     * @param reason in words, for the audit trail; empty if there was nothing to choose
     * @param obstacle what stands against the download
     */
    public record Chosen(ProfileType type, String reason, Optional<Eligibility.Obstacle> obstacle) {}

    /** Chooses for that device. */
    public Chosen choose(Profile profile, AuthenticatedDevice device) {
        ProfileType ordered = types.find(profile.typeId());
        Iccid iccid = new Iccid(profile.iccid());
        VariantTable.Choice choice = profile.deliveredTypeId()
                .map(delivered -> new VariantTable.Choice(types.find(delivered), ""))
                .orElseGet(() -> variants.of(ordered.id()).choose(ordered, iccid, device));
        ProfileType type = choice.type();
        return new Chosen(
                type,
                choice.reason(),
                Eligibility.obstacle(type.requirements(), type.metadata(iccid), device)
                        .or(() -> rules.of(ordered.id()).obstacle(device)));
    }
}
