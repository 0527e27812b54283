package org.mintline.smdpplus.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A line of a file that did not make a profile. */
@Entity
@Table(name = "profile_import_error")
public class ProfileImportError {
    private static final int LONGEST_REASON = 200;

    /** Which line of which file. */
    @Embeddable
    public record Key(
            @Column(name = "profile_import_id") long profileImportId,
            @Column(name = "line_number") long lineNumber) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private String reason;

    /** For the persistence provider. */
    protected ProfileImportError() {}

    ProfileImportError(Key key, String reason) {
        this.key = key;
        this.reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /** Which line of which file. */
    public Key key() {
        return key;
    }

    /** Why. */
    public String reason() {
        return reason;
    }
}
