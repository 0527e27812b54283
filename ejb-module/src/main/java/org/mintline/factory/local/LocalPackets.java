package org.mintline.factory.local;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code local_packets}. */
@Entity
@Table(name = "local_packets")
class LocalPackets {
    @Id
    private Long profileId;

    private byte[] content;

    protected LocalPackets() {}

    LocalPackets(long profileId, byte[] content) {
        this.profileId = profileId;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
