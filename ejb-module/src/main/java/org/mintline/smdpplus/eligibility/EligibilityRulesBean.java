package org.mintline.smdpplus.eligibility;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.tenancy.OperatorId;

/** Eligibility rules, over the database. */
@Stateless
public class EligibilityRulesBean implements EligibilityRules {
    private EligibilityRuleRepository rules;
    private ProfileTypeRepository types;
    private AuditTrail audit;

    /** For the container. */
    protected EligibilityRulesBean() {}

    /** Of the given parts. */
    @Inject
    public EligibilityRulesBean(EligibilityRuleRepository rules, ProfileTypeRepository types, AuditTrail audit) {
        this.rules = rules;
        this.types = types;
        this.audit = audit;
    }

    @Override
    public Optional<List<Rule>> list(OperatorId operator, String profileType) {
        return types.findByName(operator, profileType).map(type -> rules.list(type.id()));
    }

    @Override
    public Optional<List<Rule>> replace(OperatorId operator, String profileType, List<Rule> wanted, String actor) {
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("a profile type has at most " + MOST + " rules");
        }
        return types.findByName(operator, profileType).map(type -> {
            rules.replace(type, wanted);
            audit.record(new AuditEvent(
                    Optional.of(operator),
                    actor,
                    "replaceEligibilityRules",
                    "profileType:" + profileType,
                    "done",
                    wanted.size() + " rules"));
            return List.copyOf(wanted);
        });
    }
}
