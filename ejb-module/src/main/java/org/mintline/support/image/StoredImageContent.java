package org.mintline.support.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code profile_image_content}. */
@Entity
@Table(name = "profile_image_content")
class StoredImageContent {
    @Id
    private Long profileId;

    private byte[] content;

    protected StoredImageContent() {}

    StoredImageContent(long profileId, byte[] content) {
        this.profileId = profileId;
        this.content = content.clone();
    }

    void replace(byte[] other) {
        content = other.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
