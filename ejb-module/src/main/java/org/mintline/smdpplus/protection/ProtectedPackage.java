package org.mintline.smdpplus.protection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mintline.smdpplus.profile.Profile;

/** A Protected Profile Package of random keys (SGP.22 v2.5, clause 2.5.3), with its keys sealed. It never changes. */
@Entity
@Table(name = "protected_package")
public class ProtectedPackage {
    @Id
    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "operator_id", updatable = false)
    private long operatorId;

    @Column(name = "profile_type_id", updatable = false)
    private long profileTypeId;

    @Column(name = "sealed_keys", updatable = false)
    private byte[] sealedKeys;

    @Column(updatable = false)
    private byte[] segments;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For the persistence provider. */
    protected ProtectedPackage() {}

    /**
     * @param profileTypeId from whose package it is made
     * @param sealedKeys initial MAC chaining value, PPK-ENC and PPK-CMAC, sealed
     * @param segments sequenceOf86 with its tag
     */
    ProtectedPackage(Profile profile, long profileTypeId, byte[] sealedKeys, byte[] segments, Instant now) {
        this.profileId = profile.id();
        this.operatorId = profile.operator().value();
        this.profileTypeId = profileTypeId;
        this.sealedKeys = sealedKeys;
        this.segments = segments;
        this.createdAt = now;
    }

    static String context(String iccid) {
        return "profile:" + iccid + ":profile-protection-keys";
    }
}
