package org.mintline.smdpplus.variant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.smdpplus.ProfileTypeVariants;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.smdpplus.protection.PackageTemplates;
import org.mintline.tenancy.OperatorId;

/** Variants of profile types, over the database. */
@Stateless
public class ProfileTypeVariantsBean implements ProfileTypeVariants {
    private ProfileTypeVariantRepository variants;
    private ProfileTypeRepository types;
    private PackageTemplates templates;
    private AuditTrail audit;

    /** For the container. */
    protected ProfileTypeVariantsBean() {}

    /** Of the given parts. */
    @Inject
    public ProfileTypeVariantsBean(
            ProfileTypeVariantRepository variants,
            ProfileTypeRepository types,
            PackageTemplates templates,
            AuditTrail audit) {
        this.variants = variants;
        this.types = types;
        this.templates = templates;
        this.audit = audit;
    }

    @Override
    public Optional<List<Variant>> list(OperatorId operator, String profileType) {
        return types.findByName(operator, profileType)
                .map(type ->
                        variants.list(type.id()).stream().map(this::variant).toList());
    }

    private Variant variant(ProfileTypeVariant row) {
        String name = types.find(row.variantTypeId()).orElseThrow().name();
        return new Variant(name, row.condition(), row.note());
    }

    @Override
    public Optional<List<Variant>> replace(
            OperatorId operator, String profileType, List<Variant> wanted, String actor) {
        if (wanted.size() > MOST) {
            throw new RefusedException("a profile type has at most " + MOST + " variants");
        }
        return types.findByName(operator, profileType).map(type -> {
            variants.clear(type);
            for (int line = 1; line <= wanted.size(); line++) {
                Variant variant = wanted.get(line - 1);
                variants.add(new ProfileTypeVariant(
                        new ProfileTypeVariant.Key(type.id(), line),
                        variantOf(type, variant.profileType()).id(),
                        variant.condition(),
                        variant.note()));
            }
            audit.record(new AuditEvent(
                    Optional.of(operator),
                    actor,
                    "replaceProfileTypeVariants",
                    "profileType:" + profileType,
                    "done",
                    wanted.size() + " variants"));
            return List.copyOf(wanted);
        });
    }

    private ProfileType variantOf(ProfileType type, String name) {
        ProfileType variant = types.findByName(type.operator(), name)
                .filter(other -> other.id() != type.id())
                .orElseThrow(() -> new RefusedException("there is no other profile type " + name));
        Set<String> missing = new TreeSet<>(templates.of(type.id()).subjects());
        missing.removeAll(templates.of(variant.id()).subjects());
        if (!missing.isEmpty()) {
            throw new RefusedException("the package of " + name + " has no place for " + missing);
        }
        return variant;
    }
}
