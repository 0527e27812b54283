package org.mintline.support.packets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of {@code received_packets_fetch}. */
@Entity
@Table(name = "received_packets_fetch")
class PacketsFetch {
    /** Who fetched what. */
    @Embeddable
    record Key(
            @Column(name = "consumer") String consumer,
            @Column(name = "profile_id") long profileId) implements Serializable {}

    @EmbeddedId
    private Key key;

    private Instant fetchedAt;

    protected PacketsFetch() {}

    PacketsFetch(Key key, Instant fetchedAt) {
        this.key = key;
        this.fetchedAt = fetchedAt;
    }
}
