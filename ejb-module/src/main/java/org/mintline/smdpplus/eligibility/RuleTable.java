package org.mintline.smdpplus.eligibility;

import java.util.List;
import java.util.Optional;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.EligibilityRules.Effect;
import org.mintline.smdpplus.EligibilityRules.Rule;
import org.mintline.smdpplus.eligibility.Eligibility.Obstacle;

/**
 * The rules of a profile type, read from the top.
 *
 * @param rules the first that fits decides
 */
public record RuleTable(List<Rule> rules) {
    /** Copies the rules. */
    public RuleTable {
        rules = List.copyOf(rules);
    }

    /** What the rules hold against a download: 8.2.5/4.3 with the line that decided, or nothing. */
    public Optional<Obstacle> obstacle(AuthenticatedDevice device) {
        for (int line = 0; line < rules.size(); line++) {
            Rule rule = rules.get(line);
            if (device.fits(rule.condition())) {
                return rule.effect() == Effect.ALLOW ? Optional.empty() : Optional.of(denied(line + 1, rule));
            }
        }
        return Optional.empty();
    }

    private static Obstacle denied(int line, Rule rule) {
        String note = rule.note().isEmpty() ? "" : ": " + rule.note();
        return new Obstacle(StatusCode.NO_ELIGIBLE_PROFILE, "rule " + line + ", " + rule + note);
    }
}
