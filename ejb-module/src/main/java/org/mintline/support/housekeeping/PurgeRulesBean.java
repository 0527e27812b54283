package org.mintline.support.housekeeping;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.support.PurgeRules;
import org.mintline.support.SupportException;
import org.mintline.support.SupportException.Reason;

/** The rules of purging, over the database. */
@Stateless
public class PurgeRulesBean implements PurgeRules {
    private PurgeRuleRepository rules;
    private AuditTrail audit;

    /** For the container. */
    protected PurgeRulesBean() {}

    /** Of the given parts. */
    @Inject
    public PurgeRulesBean(PurgeRuleRepository rules, AuditTrail audit) {
        this.rules = rules;
        this.audit = audit;
    }

    @Override
    public Map<Rule, Integer> list() {
        Map<Rule, Integer> all = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            all.put(rule, rules.days(rule));
        }
        return all;
    }

    @Override
    public void change(Rule rule, int days, String requestedBy) {
        if (days < 0 || days > MOST_DAYS) {
            throw new SupportException(Reason.MALFORMED, "a rule has 0 to " + MOST_DAYS + " days");
        }
        rules.change(rule, days);
        audit.record(new AuditEvent(
                Optional.empty(), requestedBy, "changePurgeRule", "purgeRule:" + rule, "done", days + " days"));
    }
}
