package org.mintline.support.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.mintline.support.PurgeRules.Rule;

/** The rows of rules that somebody has changed. */
@ApplicationScoped
public class PurgeRuleRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected PurgeRuleRepository() {}

    /** Over an entity manager of the caller's. */
    public PurgeRuleRepository(EntityManager entities) {
        this.entities = entities;
    }

    int days(Rule rule) {
        PurgeRuleEntity changed = entities.find(PurgeRuleEntity.class, rule);
        return changed == null ? rule.standardDays() : changed.afterDays();
    }

    void change(Rule rule, int days) {
        PurgeRuleEntity there = entities.find(PurgeRuleEntity.class, rule);
        if (there == null) {
            entities.persist(new PurgeRuleEntity(rule, days));
        } else {
            there.change(days);
        }
    }
}
