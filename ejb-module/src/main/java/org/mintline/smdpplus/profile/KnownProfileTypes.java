package org.mintline.smdpplus.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Profile types, read once: they never change but for what the background job reads from their rows. The least recently used leave
 * first.
 */
@ApplicationScoped
public class KnownProfileTypes {
    private static final int KEPT = 256;

    private ProfileTypeRepository repository;
    private final Map<Long, ProfileType> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ProfileType> eldest) {
            return size() > KEPT;
        }
    };

    /** For the container. */
    protected KnownProfileTypes() {}

    /** Over the given rows. */
    @Inject
    public KnownProfileTypes(ProfileTypeRepository repository) {
        this.repository = repository;
    }

    /** The type with that number, which a profile names. */
    public ProfileType find(long id) {
        ProfileType known;
        synchronized (kept) {
            known = kept.get(id);
        }
        if (known != null) {
            return known;
        }
        ProfileType read = repository
                .find(id)
                .orElseThrow(() -> new IllegalStateException("no profile type has the number " + id));
        synchronized (kept) {
            kept.put(id, read);
        }
        return read;
    }
}
