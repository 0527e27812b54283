package org.mintline.smdpplus.eligibility;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.mintline.smdpplus.EligibilityRules.Effect;
import org.mintline.smdpplus.EligibilityRules.Rule;

/** A row of {@code eligibility_rule}. */
@Entity
@Table(name = "eligibility_rule")
class EligibilityRule {
    /** Of which profile type, and in which line from 1. */
    @Embeddable
    record Key(
            @Column(name = "profile_type_id") long profileTypeId,
            @Column(name = "line") int line) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Effect effect;

    @Embedded
    private ConditionColumns condition;

    @Column(updatable = false)
    private String note;

    /** For the persistence provider. */
    protected EligibilityRule() {}

    EligibilityRule(long profileTypeId, int line, Rule rule) {
        this.key = new Key(profileTypeId, line);
        this.effect = rule.effect();
        this.condition = new ConditionColumns(rule.condition());
        this.note = rule.note();
    }

    Rule rule() {
        return new Rule(effect, condition.condition(), note);
    }
}
