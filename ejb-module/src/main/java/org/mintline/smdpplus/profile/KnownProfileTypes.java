package org.mintline.smdpplus.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mintline.cache.RecentlyUsed;

/** Profile types, read once: they never change but for what the background job reads from their rows. */
@ApplicationScoped
public class KnownProfileTypes {
    private static final int KEPT = 256;

    private ProfileTypeRepository repository;
    private final RecentlyUsed<Long, ProfileType> kept = new RecentlyUsed<>(KEPT);

    /** For the container. */
    protected KnownProfileTypes() {}

    /** Over the given rows. */
    @Inject
    public KnownProfileTypes(ProfileTypeRepository repository) {
        this.repository = repository;
    }

    /** The type with that number, which a profile names. */
    public ProfileType find(long id) {
        return kept.get(id, this::read);
    }

    private ProfileType read(long id) {
        return repository.find(id).orElseThrow(() -> new IllegalStateException("no profile type has the number " + id));
    }
}
