package org.mintline.smdpplus.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Iccid;
import org.mintline.tenancy.OperatorId;

/**
 * A Profile Type of an operator (SGP.22 v2.5, clause 1.5): what all its Profiles share. It does not change once it exists, but for
 * how many of its Profiles are kept protected.
 */
@Entity
@Table(name = "profile_type")
public class ProfileType {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profile_type_seq")
    @SequenceGenerator(name = "profile_type_seq", sequenceName = "profile_type_seq", allocationSize = 50)
    private Long id;

    @Column(name = "operator_id", updatable = false)
    private long operatorId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String description;

    @Column(name = "mandatory_services", updatable = false)
    private String mandatoryServices;

    @Column(name = "package_version", updatable = false)
    private String packageVersion;

    @Column(name = "service_provider_name", updatable = false)
    private String serviceProviderName;

    @Column(name = "profile_name", updatable = false)
    private String profileName;

    @Enumerated(EnumType.STRING)
    @Column(name = "profile_class", updatable = false)
    private ProfileClass profileClass;

    @Column(updatable = false)
    private byte[] metadata;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Protection protection;

    @Column(name = "protected_ahead")
    private int protectedAhead;

    @Column(name = "required_memory", updatable = false)
    private int requiredMemory;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    /** For the persistence provider. */
    protected ProfileType() {}

    /**
     * A new type.
     *
     * @param metadata what the eUICC and the end user are told of each Profile; its ICCID counts for nothing
     * @param requirements what its package needs of an eUICC
     * @param protectedAhead how many Profiles in stock are kept protected ahead of their orders
     */
    public ProfileType(
            OperatorId operator,
            String name,
            String description,
            StoreMetadataRequest metadata,
            PackageRequirements requirements,
            Protection protection,
            int protectedAhead,
            Instant now) {
        this.operatorId = operator.value();
        this.name = name;
        this.description = description;
        this.mandatoryServices = String.join(" ", requirements.services());
        this.packageVersion = requirements.majorVersion() + "." + requirements.minorVersion();
        this.requiredMemory = requirements.memory();
        this.serviceProviderName = metadata.serviceProviderName();
        this.profileName = metadata.profileName();
        this.profileClass = metadata.profileClass().orElse(ProfileClass.OPERATIONAL);
        this.metadata = metadata.encoded();
        this.protection = protection;
        this.protectedAhead = protectedAhead;
        this.createdAt = now;
    }

    /** Its number here. */
    public long id() {
        return id;
    }

    /** Whose it is. */
    public OperatorId operator() {
        return new OperatorId(operatorId);
    }

    /** Its name at its operator, 1 to 64 characters: what ES2+ calls profileType. */
    public String name() {
        return name;
    }

    /** For the operator's staff, up to 1,000 characters. */
    public String description() {
        return description;
    }

    /** What the eUICC and the end user are told of the Profile with that ICCID. */
    public StoreMetadataRequest metadata(Iccid iccid) {
        StoreMetadataRequest shared = StoreMetadataRequest.decode(metadata);
        return new StoreMetadataRequest(
                iccid,
                shared.serviceProviderName(),
                shared.profileName(),
                shared.iconType(),
                shared.icon(),
                shared.profileClass(),
                shared.notificationConfigurationInfo(),
                shared.profileOwner(),
                shared.profilePolicyRules(),
                shared.extensions());
    }

    /** Its class: what its Profiles are for. */
    public ProfileClass profileClass() {
        return profileClass;
    }

    /** Its serviceProviderName, 0 to 32 bytes of UTF-8. */
    public String serviceProviderName() {
        return serviceProviderName;
    }

    /** Its profileName, 0 to 64 bytes of UTF-8. */
    public String profileName() {
        return profileName;
    }

    /** What the package needs of an eUICC. */
    public PackageRequirements requirements() {
        String[] version = packageVersion.split("\\.");
        return new PackageRequirements(
                mandatoryServices.isEmpty() ? Set.of() : Set.copyOf(List.of(mandatoryServices.split(" "))),
                Integer.parseInt(version[0]),
                Integer.parseInt(version[1]),
                requiredMemory);
    }

    /** By which keys its Profiles are protected. */
    public Protection protection() {
        return protection;
    }

    /** How many Profiles in stock are kept protected ahead of their orders. */
    public int protectedAhead() {
        return protectedAhead;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }
}
