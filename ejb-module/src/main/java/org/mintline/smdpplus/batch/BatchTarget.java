package org.mintline.smdpplus.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;

/** A line of a list of ICCIDs or EIDs. */
@Entity
@Table(name = "batch_target")
public class BatchTarget {
    /** Which line of which batch. */
    @Embeddable
    public record Key(@Column(name = "batch_id") long batchId, int line) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private String iccid;

    @Column(updatable = false)
    private String eid;

    /** For the persistence provider. */
    protected BatchTarget() {}

    BatchTarget(Key key, Optional<String> iccid, Optional<String> eid) {
        this.key = key;
        this.iccid = iccid.orElse(null);
        this.eid = eid.orElse(null);
    }

    OrderedProfile ordered() {
        return new OrderedProfile(key.line(), Optional.ofNullable(iccid), Optional.ofNullable(eid));
    }
}
