package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mintline.cache.RecentlyUsed;
import org.mintline.smdpplus.profile.ProfileTypeRepository;

/** The packages that profiles are made from, by type; each is read and prepared once. */
@ApplicationScoped
public class PackageTemplates {
    private static final int KEPT = 64;

    private ProfileTypeRepository types;

    private final RecentlyUsed<Long, PackageTemplate> kept = new RecentlyUsed<>(KEPT);

    /** For the container. */
    protected PackageTemplates() {}

    /** Over the given rows. */
    @Inject
    public PackageTemplates(ProfileTypeRepository types) {
        this.types = types;
    }

    /** The package of the type with that number, which a profile names. */
    public PackageTemplate of(long typeId) {
        return kept.get(typeId, this::read);
    }

    private PackageTemplate read(long typeId) {
        return new PackageTemplate(types.findPackage(typeId)
                .orElseThrow(() -> new IllegalStateException("profile type " + typeId + " has no package"))
                .packageTemplate());
    }
}
