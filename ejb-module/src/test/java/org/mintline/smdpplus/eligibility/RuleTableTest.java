package org.mintline.smdpplus.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mintline.rsp.data.DeviceCapabilities;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.identification.Tac;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.EligibilityRules.Effect;
import org.mintline.smdpplus.EligibilityRules.Rule;

class RuleTableTest {
    private static final Eid EID = new Eid("89049032123451234512345678901235");
    private static final DeviceInfo PHONE_WITH_5G =
            device("35290611", Map.of(DeviceCapability.NR_5GC_SUPPORTED_RELEASE, new SpecificationVersion(15, 0, 0)));
    private static final EuiccInfo2 EUICC = EuiccInfo2.builder()
            .uiccCapability(Set.of(UiccCapability.USIM_SUPPORT, UiccCapability.SUCI_CALCULATOR_API))
            .build();

    private static DeviceInfo device(String tac, Map<DeviceCapability, SpecificationVersion> capabilities) {
        return new DeviceInfo(new Tac(tac), new DeviceCapabilities(capabilities), Optional.empty());
    }

    private static Rule rule(Effect effect, Criterion criterion, String value) {
        return new Rule(effect, new DeviceCondition(criterion, value, Optional.empty()), "");
    }

    private static Rule range(Effect effect, Criterion criterion, String from, String to) {
        return new Rule(effect, new DeviceCondition(criterion, from, Optional.of(to)), "");
    }

    private static boolean allowed(DeviceInfo device, Rule... rules) {
        return new RuleTable(List.of(rules))
                .obstacle(new AuthenticatedDevice(EID, device, EUICC))
                .isEmpty();
    }

    @Test
    void without_rules_all_are_allowed() {
        assertThat(allowed(PHONE_WITH_5G)).isTrue();
    }

    @Test
    void a_list_of_allowed_EIDs_ends_in_a_rule_that_denies_the_rest() {
        Rule rest = rule(Effect.DENY, Criterion.ANY, "");
        assertThat(allowed(PHONE_WITH_5G, rule(Effect.ALLOW, Criterion.EID, "89049032"), rest))
                .isTrue();
        assertThat(allowed(PHONE_WITH_5G, rule(Effect.ALLOW, Criterion.EID, "89033023"), rest))
                .isFalse();
    }

    @Test
    void ranges_include_both_ends_and_all_numbers_that_begin_with_them() {
        assertThat(allowed(PHONE_WITH_5G, range(Effect.DENY, Criterion.TAC, "3528", "3529")))
                .isFalse();
        assertThat(allowed(PHONE_WITH_5G, range(Effect.DENY, Criterion.TAC, "35290611", "35290611")))
                .isFalse();
        assertThat(allowed(PHONE_WITH_5G, range(Effect.DENY, Criterion.TAC, "3520", "3528")))
                .isTrue();
        assertThat(allowed(PHONE_WITH_5G, range(Effect.DENY, Criterion.EID, "8904903211", "8904903212")))
                .isFalse();
    }

    @Property(tries = 300)
    void a_range_holds_exactly_the_numbers_between_its_ends(
            @ForAll @IntRange(max = 99_999_999) int from,
            @ForAll @IntRange(max = 99_999_999) int to,
            @ForAll @IntRange(max = 99_999_999) int number) {
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        Rule rule = range(Effect.DENY, Criterion.TAC, digits(low), digits(high));
        assertThat(rule.condition().spans(digits(number))).isEqualTo(low <= number && number <= high);
    }

    private static String digits(int number) {
        return String.format("%08d", number);
    }

    @Test
    void a_type_for_5G_is_denied_to_devices_without_it() {
        Rule standalone = rule(Effect.DENY, Criterion.DEVICE_LACKS, "NR_5GC_SUPPORTED_RELEASE");
        assertThat(allowed(PHONE_WITH_5G, standalone)).isTrue();
        assertThat(allowed(device("35290611", Map.of()), standalone)).isFalse();
        assertThat(allowed(PHONE_WITH_5G, rule(Effect.DENY, Criterion.DEVICE_SUPPORTS, "NR_5GC_SUPPORTED_RELEASE")))
                .isFalse();
        assertThat(allowed(PHONE_WITH_5G, rule(Effect.DENY, Criterion.EUICC_SUPPORTS, "SUCI_CALCULATOR_API")))
                .isFalse();
        assertThat(allowed(PHONE_WITH_5G, rule(Effect.DENY, Criterion.EUICC_LACKS, "JAVACARD")))
                .isFalse();
    }

    @Test
    void the_first_rule_that_fits_decides_and_is_named() {
        RuleTable table = new RuleTable(List.of(
                rule(Effect.ALLOW, Criterion.EID, "89033023"),
                new Rule(Effect.DENY, new DeviceCondition(Criterion.TAC, "3529", Optional.of("3530")), "not certified"),
                rule(Effect.ALLOW, Criterion.ANY, "")));

        assertThat(table.obstacle(new AuthenticatedDevice(EID, PHONE_WITH_5G, EUICC)))
                .hasValueSatisfying(obstacle -> {
                    assertThat(obstacle.statusCode()).isEqualTo(StatusCode.NO_ELIGIBLE_PROFILE);
                    assertThat(obstacle.detail()).isEqualTo("rule 2, DENY TAC 3529 to 3530: not certified");
                });
    }

    @Test
    void what_cannot_be_compared_with_anything_makes_no_rule() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Effect.DENY, Criterion.TAC, "353x"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Effect.DENY, Criterion.EID, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> range(Effect.DENY, Criterion.TAC, "36", "35"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Effect.DENY, Criterion.DEVICE_LACKS, "6G"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Effect.DENY, Criterion.ANY, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Effect.DENY, Criterion.MEMORY_FROM, "1k"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(Effect.DENY, Criterion.EUICC_LACKS, "JAVACARD", "MULTOS"));
    }
}
