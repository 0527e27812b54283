package org.mintline.smdpplus.eligibility;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;

/** The columns of a {@link DeviceCondition}, in every table that has one. */
@Embeddable
public class ConditionColumns {
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Criterion criterion;

    @Column(name = "first_value", updatable = false)
    private String firstValue;

    @Column(name = "last_value", updatable = false)
    private String lastValue;

    /** For the persistence provider. */
    protected ConditionColumns() {}

    /** Of a condition. */
    public ConditionColumns(DeviceCondition condition) {
        this.criterion = condition.criterion();
        this.firstValue = condition.value();
        this.lastValue = condition.upTo().orElse(null);
    }

    /** The condition. */
    public DeviceCondition condition() {
        return new DeviceCondition(criterion, firstValue, Optional.ofNullable(lastValue));
    }
}
