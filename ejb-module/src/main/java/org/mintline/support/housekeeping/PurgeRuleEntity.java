package org.mintline.support.housekeeping;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.mintline.support.PurgeRules.Rule;

/** A row of {@code purge_rule}. */
@Entity
@Table(name = "purge_rule")
class PurgeRuleEntity {
    @Id
    @Enumerated(EnumType.STRING)
    private Rule name;

    private int afterDays;

    @Version
    private int version;

    protected PurgeRuleEntity() {}

    PurgeRuleEntity(Rule name, int afterDays) {
        this.name = name;
        this.afterDays = afterDays;
    }

    int afterDays() {
        return afterDays;
    }

    void change(int days) {
        afterDays = days;
    }
}
