package org.mintline.support.packets;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code received_packets}. */
@Entity
@Table(name = "received_packets")
class ReceivedPackets {
    @Id
    private Long profileId;

    private byte[] content;

    protected ReceivedPackets() {}

    ReceivedPackets(long profileId, byte[] content) {
        this.profileId = profileId;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
