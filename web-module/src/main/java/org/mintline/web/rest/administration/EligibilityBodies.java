package org.mintline.web.rest.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.smdpplus.EligibilityRules.Effect;

/** Bodies about who may download. */
public final class EligibilityBodies {
    private EligibilityBodies() {}

    /**
     * The rules of a profile type.
     *
     * @param rules from the top; the first that fits decides
     */
    public record EligibilityTable(
            @NotNull @Size(max = EligibilityRules.MOST) List<@NotNull @Valid EligibilityRule> rules) {
        static EligibilityTable of(List<EligibilityRules.Rule> rules) {
            return new EligibilityTable(rules.stream().map(EligibilityRule::of).toList());
        }

        List<EligibilityRules.Rule> decoded() {
            return rules.stream().map(EligibilityRule::decoded).toList();
        }
    }

    /**
     * A rule.
     *
     * @param effect what it says
     * @param criterion what it looks at
     * @param value first digits of EID or TAC, or the name of a capability, or bytes; null for ANY
     * @param upTo the last first digits of a range, or null
     * @param note why, for the operator's staff, or null
     */
    public record EligibilityRule(
            @NotNull Effect effect,
            @NotNull Criterion criterion,
            @Size(max = 64) String value,
            @Size(max = 32) String upTo,
            @Size(max = 200) String note) {
        static EligibilityRule of(EligibilityRules.Rule rule) {
            return new EligibilityRule(
                    rule.effect(),
                    rule.condition().criterion(),
                    rule.condition().value(),
                    rule.condition().upTo().orElse(null),
                    rule.note());
        }

        EligibilityRules.Rule decoded() {
            return new EligibilityRules.Rule(
                    effect,
                    new DeviceCondition(criterion, value == null ? "" : value, Optional.ofNullable(upTo)),
                    note == null ? "" : note);
        }
    }
}
