package org.mintline.smdpplus.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;

/** Why an ordered profile could not be made, or an eUICC was passed over. */
@Entity
@Table(name = "batch_error")
public class BatchError {
    private static final int LONGEST_REASON = 500;

    /** Which error of which batch. */
    @Embeddable
    public record Key(
            @Column(name = "batch_id") long batchId,
            @Column(name = "error_number") int number) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private Integer line;

    @Column(updatable = false)
    private String iccid;

    @Column(updatable = false)
    private String eid;

    @Column(updatable = false)
    private String reason;

    /** For the persistence provider. */
    protected BatchError() {}

    BatchError(Batch batch, Selection.Failure failure) {
        this.key = new Key(batch.id(), batch.nextError());
        this.line = failure.line().orElse(null);
        this.iccid = failure.iccid().orElse(null);
        this.eid = failure.eid().orElse(null);
        this.reason = failure.reason().substring(0, Math.min(failure.reason().length(), LONGEST_REASON));
    }

    int number() {
        return key.number();
    }

    Optional<Integer> line() {
        return Optional.ofNullable(line);
    }

    Optional<String> iccid() {
        return Optional.ofNullable(iccid);
    }

    Optional<String> eid() {
        return Optional.ofNullable(eid);
    }

    String reason() {
        return reason;
    }
}
