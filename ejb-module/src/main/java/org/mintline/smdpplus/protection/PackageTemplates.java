package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mintline.smdpplus.profile.ProfileTypeRepository;

/** The packages that profiles are made from, by type; each is read and prepared once. The least recently used leave first. */
@ApplicationScoped
public class PackageTemplates {
    private static final int KEPT = 64;

    private ProfileTypeRepository types;

    private final Map<Long, PackageTemplate> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, PackageTemplate> eldest) {
            return size() > KEPT;
        }
    };

    /** For the container. */
    protected PackageTemplates() {}

    /** Over the given rows. */
    @Inject
    public PackageTemplates(ProfileTypeRepository types) {
        this.types = types;
    }

    /** The package of the type with that number, which a profile names. */
    public PackageTemplate of(long typeId) {
        synchronized (kept) {
            PackageTemplate known = kept.get(typeId);
            if (known != null) {
                return known;
            }
        }
        PackageTemplate read = new PackageTemplate(types.findPackage(typeId)
                .orElseThrow(() -> new IllegalStateException("profile type " + typeId + " has no package"))
                .packageTemplate());
        synchronized (kept) {
            kept.put(typeId, read);
        }
        return read;
    }
}
