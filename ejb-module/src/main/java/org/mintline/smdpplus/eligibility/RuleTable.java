package org.mintline.smdpplus.eligibility;

import java.util.List;
import java.util.Optional;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.DeviceInfo;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.rsp.identification.Eid;
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
    public Optional<Obstacle> obstacle(Eid eid, DeviceInfo device, EuiccInfo2 euicc) {
        for (int line = 0; line < rules.size(); line++) {
            Rule rule = rules.get(line);
            if (fits(rule, eid, device, euicc)) {
                return rule.effect() == Effect.ALLOW ? Optional.empty() : Optional.of(denied(line + 1, rule));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Rule rule, Eid eid, DeviceInfo device, EuiccInfo2 euicc) {
        return switch (rule.criterion()) {
            case ANY -> true;
            case EID -> rule.spans(eid.digits());
            case TAC -> rule.spans(device.tac().digits());
            case DEVICE_SUPPORTS -> supports(device, rule);
            case DEVICE_LACKS -> !supports(device, rule);
            case EUICC_SUPPORTS -> supports(euicc, rule);
            case EUICC_LACKS -> !supports(euicc, rule);
        };
    }

    private static boolean supports(DeviceInfo device, Rule rule) {
        return device.deviceCapabilities().supported().containsKey(DeviceCapability.valueOf(rule.value()));
    }

    private static boolean supports(EuiccInfo2 euicc, Rule rule) {
        return euicc.uiccCapability().contains(UiccCapability.valueOf(rule.value()));
    }

    private static Obstacle denied(int line, Rule rule) {
        String note = rule.note().isEmpty() ? "" : ": " + rule.note();
        return new Obstacle(StatusCode.NO_ELIGIBLE_PROFILE, "rule " + line + ", " + rule + note);
    }
}
