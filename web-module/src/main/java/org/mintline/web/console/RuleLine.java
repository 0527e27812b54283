package org.mintline.web.console;

import java.io.Serializable;
import java.util.Optional;
import org.mintline.smdpplus.DeviceCondition;
import org.mintline.smdpplus.DeviceCondition.Criterion;

/** A line of a table of rules under the hands of a user: a condition of devices, and what is said to those whom it fits. */
public class RuleLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private String verdict;
    private Criterion criterion;
    private String value;
    private String upTo;
    private String note;

    RuleLine(String verdict, DeviceCondition condition, String note) {
        this.verdict = verdict;
        this.criterion = condition.criterion();
        this.value = condition.value();
        this.upTo = condition.upTo().orElse(null);
        this.note = note;
    }

    /** A line that fits all. */
    static RuleLine of(String verdict) {
        return new RuleLine(verdict, new DeviceCondition(Criterion.ANY, "", Optional.empty()), "");
    }

    /**
     * Its condition.
     *
     * @throws IllegalArgumentException if it says nothing that a device could be compared with
     */
    DeviceCondition condition() {
        return new DeviceCondition(
                criterion,
                Optional.ofNullable(value).map(String::strip).orElse(""),
                Optional.ofNullable(upTo).map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** The name of an effect, or of a variant. */
    public String getVerdict() {
        return verdict;
    }

    public void setVerdict(String verdict) {
        this.verdict = verdict;
    }

    public Criterion getCriterion() {
        return criterion;
    }

    public void setCriterion(Criterion criterion) {
        this.criterion = criterion;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getUpTo() {
        return upTo;
    }

    public void setUpTo(String upTo) {
        this.upTo = upTo;
    }

    /** Why, for the operator's staff. */
    public String getNote() {
        return note == null ? "" : note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
