package org.mintline.smdpplus.protection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mintline.smdpplus.profile.Profile;

/** The personalisation data of a profile, sealed: IMSI, Ki, OPc, PINs and what else its type needs. */
@Entity
@Table(name = "profile_credentials")
public class ProfileCredentials {
    @Id
    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "operator_id", updatable = false)
    private long operatorId;

    @Column(updatable = false)
    private byte[] sealed;

    /** For the persistence provider. */
    protected ProfileCredentials() {}

    /** @param sealed at most 16 KiB */
    public ProfileCredentials(Profile profile, byte[] sealed) {
        this.profileId = profile.id();
        this.operatorId = profile.operator().value();
        this.sealed = sealed;
    }

    byte[] sealed() {
        return sealed;
    }

    /** What the data of a profile is sealed with. */
    public static String context(String iccid) {
        return "profile:" + iccid + ":credentials";
    }
}
