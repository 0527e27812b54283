package org.mintline.smdpplus.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.smdpplus.EligibilityRules.Rule;
import org.mintline.smdpplus.profile.ProfileType;

/** The rows of eligibility rules. */
@ApplicationScoped
public class EligibilityRuleRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected EligibilityRuleRepository() {}

    /** Over an entity manager of the caller's. */
    public EligibilityRuleRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The rules of a type, from the top. */
    List<Rule> list(long profileTypeId) {
        return entities
                .createQuery(
                        "select r from EligibilityRule r where r.key.profileTypeId = :type order by r.key.line",
                        EligibilityRule.class)
                .setParameter("type", profileTypeId)
                .setMaxResults(EligibilityRules.MOST)
                .getResultList()
                .stream()
                .map(EligibilityRule::rule)
                .toList();
    }

    /** Puts rules in the place of those of the type, whose row is locked meanwhile. */
    void replace(ProfileType type, List<Rule> rules) {
        entities.lock(type, LockModeType.PESSIMISTIC_WRITE);
        entities.createQuery("delete from EligibilityRule r where r.key.profileTypeId = :type")
                .setParameter("type", type.id())
                .executeUpdate();
        for (int line = 1; line <= rules.size(); line++) {
            entities.persist(new EligibilityRule(type.id(), line, rules.get(line - 1)));
        }
    }
}
