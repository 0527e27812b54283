package org.mintline.smdpplus.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A part of a file that is imported, sealed. */
@Entity
@Table(name = "profile_import_part")
public class ProfileImportPart {
    /** Which part of which file. */
    @Embeddable
    public record Key(
            @Column(name = "profile_import_id") long profileImportId,
            @Column(name = "part_number") int partNumber) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private byte[] sealed;

    /** For the persistence provider. */
    protected ProfileImportPart() {}

    ProfileImportPart(Key key, byte[] sealed) {
        this.key = key;
        this.sealed = sealed;
    }

    /** Which part of which file. */
    public Key key() {
        return key;
    }

    byte[] sealed() {
        return sealed;
    }
}
