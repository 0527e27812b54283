package org.mintline.line;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code line_login}, which WildFly's Elytron reads by itself (security.cli). */
@Entity
@Table(name = "line_login")
class LineLoginEntity {
    private static final String SENDER = "line-sender";

    @Id
    private String name;

    private String passwordHash;
    private String role;
    private Instant provenAt;

    protected LineLoginEntity() {}

    LineLoginEntity(String line, String passwordHash, Instant provenAt) {
        this.name = line;
        this.passwordHash = passwordHash;
        this.role = SENDER;
        this.provenAt = provenAt;
    }
}
