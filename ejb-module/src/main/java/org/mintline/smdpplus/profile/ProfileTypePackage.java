package org.mintline.smdpplus.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the Profiles of a type are made from. It never changes. */
@Entity
@Table(name = "profile_type_package")
public class ProfileTypePackage {
    /** What an operator may give as the origin of a type. */
    public enum SourceFormat {
        /** A profile package in the TCA format, DER. */
        PACKAGE,
        /** A readable template, YAML in UTF-8. */
        TEMPLATE
    }

    @Id
    @Column(name = "profile_type_id")
    private Long profileTypeId;

    @Enumerated(EnumType.STRING)
    @Column(name = "source_format", updatable = false)
    private SourceFormat sourceFormat;

    @Column(updatable = false)
    private byte[] source;

    @Column(name = "package_template", updatable = false)
    private byte[] packageTemplate;

    /** For the persistence provider. */
    protected ProfileTypePackage() {}

    /**
     * @param type whose
     * @param source as the operator gave it, up to 1 MiB
     * @param packageTemplate the package that profiles are personalised from, DER, up to 1 MiB
     */
    public ProfileTypePackage(ProfileType type, SourceFormat sourceFormat, byte[] source, byte[] packageTemplate) {
        this.profileTypeId = type.id();
        this.sourceFormat = sourceFormat;
        this.source = source.clone();
        this.packageTemplate = packageTemplate.clone();
    }

    /** How the source is to be read. */
    public SourceFormat sourceFormat() {
        return sourceFormat;
    }

    /** As the operator gave it. */
    public byte[] source() {
        return source.clone();
    }

    /** The package that profiles are personalised from. */
    public byte[] packageTemplate() {
        return packageTemplate.clone();
    }
}
