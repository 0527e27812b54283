package org.mintline.smdpplus.variant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mintline.cache.RecentlyRead;
import org.mintline.smdpplus.profile.KnownProfileTypes;

/** The variants of profile types as they were read within the last ten seconds, so that a download costs no query. */
@ApplicationScoped
public class KnownVariants {
    private static final int KEPT = 256;

    private RecentlyRead<Long, VariantTable> kept;
    private ProfileTypeVariantRepository repository;
    private KnownProfileTypes types;

    /** For the container. */
    protected KnownVariants() {}

    /** Over the given rows. */
    @Inject
    public KnownVariants(ProfileTypeVariantRepository repository, KnownProfileTypes types, Clock clock) {
        this.repository = repository;
        this.types = types;
        this.kept = new RecentlyRead<>(KEPT, clock);
    }

    /** The variants of the type with that number. */
    VariantTable of(long profileTypeId) {
        return kept.require(profileTypeId, this::read);
    }

    private VariantTable read(long profileTypeId) {
        return new VariantTable(repository.list(profileTypeId).stream()
                .map(row -> new VariantTable.Line(types.find(row.variantTypeId()), row.condition()))
                .toList());
    }
}
