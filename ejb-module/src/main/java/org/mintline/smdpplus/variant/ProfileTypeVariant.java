package org.mintline.smdpplus.variant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.eligibility.ConditionColumns;

/** A row of {@code profile_type_variant}. */
@Entity
@Table(name = "profile_type_variant")
class ProfileTypeVariant {
    /** Of which profile type, and in which line from 1. */
    @Embeddable
    record Key(
            @Column(name = "profile_type_id") long profileTypeId,
            @Column(name = "line") int line) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "variant_type_id", updatable = false)
    private long variantTypeId;

    @Embedded
    private ConditionColumns condition;

    @Column(updatable = false)
    private String note;

    /** For the persistence provider. */
    protected ProfileTypeVariant() {}

    ProfileTypeVariant(Key key, long variantTypeId, DeviceCondition condition, String note) {
        this.key = key;
        this.variantTypeId = variantTypeId;
        this.condition = new ConditionColumns(condition);
        this.note = note;
    }

    long variantTypeId() {
        return variantTypeId;
    }

    DeviceCondition condition() {
        return condition.condition();
    }

    String note() {
        return note;
    }
}
