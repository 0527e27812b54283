package org.mintline.smdpplus.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.mintline.rsp.bulk.ProfilePackets;
import org.mintline.smdpplus.lot.LotKey;
import org.mintline.smdpplus.profile.Profile;

/** A profile of a batch. */
@Entity
@Table(name = "batch_item")
public class BatchItem {
    /** Which profile of which batch. */
    @Embeddable
    public record Key(
            @Column(name = "batch_id") long batchId,
            @Column(name = "item_number") int number) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "profile_id", updatable = false)
    private long profileId;

    @Column(name = "lot_key_id", updatable = false)
    private long lotKeyId;

    @Column(updatable = false)
    private String iccid;

    @Column(updatable = false)
    private String eid;

    @Enumerated(EnumType.STRING)
    private BatchItemState state;

    private String reason;

    @Column(updatable = false)
    private byte[] digest;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private Integer version;

    /** For the persistence provider. */
    protected BatchItem() {}

    BatchItem(Batch batch, ProfilePackets packets, Profile profile, LotKey lotKey, Instant now) {
        this.key = new Key(batch.id(), packets.number());
        this.profileId = profile.id();
        this.lotKeyId = lotKey.id();
        this.iccid = profile.iccid();
        this.eid = packets.metadata().eid().orElseThrow().digits();
        this.state = BatchItemState.BOUND;
        this.digest = packets.digest();
        this.changedAt = now;
    }

    /** Comes to another state, if that may follow. */
    void to(BatchItemState next, Optional<String> why, Instant now) {
        state.to(next).ifPresent(allowed -> {
            state = allowed;
            reason = why.orElse(null);
            changedAt = now;
        });
    }

    Key key() {
        return key;
    }

    long profileId() {
        return profileId;
    }

    long lotKeyId() {
        return lotKeyId;
    }

    String iccid() {
        return iccid;
    }

    String eid() {
        return eid;
    }

    BatchItemState state() {
        return state;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Instant changedAt() {
        return changedAt;
    }
}
