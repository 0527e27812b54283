package org.mintline.smdpplus.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.EuiccInfo2Builder;
import org.mintline.rsp.data.ExtCardResource;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.Tac;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.PackageRequirements;

class EligibilityTest {
    private static final Eid EID = new Eid("89049032123451234512345678901235");
    private static final DeviceInfo DEVICE =
            new DeviceInfo(new Tac("35290611"), new DeviceCapabilities(Map.of()), Optional.empty());
    private static final PackageRequirements USIM = new PackageRequirements(Set.of("usim"), 2, 3, 10_000);

    private static StoreMetadataRequest metadata(ProfileClass profileClass, Set<PprId> rules) {
        return new StoreMetadataRequest(
                new Iccid("8988211000000000019"),
                "Northern",
                "Northern",
                Optional.empty(),
                Optional.empty(),
                Optional.of(profileClass),
                List.of(),
                Optional.empty(),
                rules,
                List.of());
    }

    private static final StoreMetadataRequest OPERATIONAL = metadata(ProfileClass.OPERATIONAL, Set.of());

    private static EuiccInfo2Builder euicc() {
        return EuiccInfo2.builder().uiccCapability(Set.of(UiccCapability.USIM_SUPPORT));
    }

    private static Optional<StatusCode> refusal(
            PackageRequirements requirements, StoreMetadataRequest metadata, EuiccInfo2 euicc) {
        return Eligibility.obstacle(requirements, metadata, new AuthenticatedDevice(EID, DEVICE, euicc))
                .map(Eligibility.Obstacle::statusCode);
    }

    @Test
    void an_eUICC_that_has_all_that_is_needed_is_eligible() {
        assertThat(refusal(USIM, OPERATIONAL, euicc().build())).isEmpty();
    }

    @Test
    void a_service_that_nobody_knows_is_had_by_no_eUICC() {
        PackageRequirements unknown = new PackageRequirements(Set.of("teleportation"), 2, 3, 0);
        assertThat(refusal(unknown, OPERATIONAL, euicc().build())).contains(StatusCode.NO_ELIGIBLE_PROFILE);
    }

    @Test
    void a_package_of_a_later_format_is_not_for_an_earlier_eUICC() {
        PackageRequirements later = new PackageRequirements(Set.of("usim"), 3, 0, 0);
        assertThat(refusal(later, OPERATIONAL, euicc().build())).contains(StatusCode.NO_ELIGIBLE_PROFILE);
    }

    @Test
    void a_forbidden_policy_rule_stands_in_the_way() {
        EuiccInfo2 forbidding =
                euicc().forbiddenProfilePolicyRules(Set.of(PprId.PPR2)).build();
        assertThat(refusal(USIM, metadata(ProfileClass.OPERATIONAL, Set.of(PprId.PPR2)), forbidding))
                .contains(StatusCode.NO_ELIGIBLE_PROFILE);
        assertThat(refusal(USIM, metadata(ProfileClass.OPERATIONAL, Set.of(PprId.PPR1)), forbidding))
                .isEmpty();
    }

    @Test
    void a_test_profile_needs_an_eUICC_that_takes_such() {
        assertThat(refusal(USIM, metadata(ProfileClass.TEST, Set.of()), euicc().build()))
                .contains(StatusCode.NO_ELIGIBLE_PROFILE);
    }

    @Property(tries = 200)
    void memory_is_enough_from_what_is_needed_on(@ForAll @IntRange(max = 20_000) int free) {
        EuiccInfo2 euicc = euicc().extCardResource(
                        new ExtCardResource(OptionalLong.empty(), OptionalLong.of(free), OptionalLong.empty()))
                .build();
        assertThat(refusal(USIM, OPERATIONAL, euicc))
                .isEqualTo(free < 10_000 ? Optional.of(StatusCode.EUICC_INSUFFICIENT_MEMORY) : Optional.empty());
    }
}
