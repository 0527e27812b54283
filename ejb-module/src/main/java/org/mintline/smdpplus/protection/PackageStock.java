package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileState;

/** Packages that are protected ahead of time. */
@Dependent
public class PackageStock {
    private final PackageRepository packages;
    private final PackageProtection protection;

    /** Of the given parts. */
    @Inject
    public PackageStock(PackageRepository packages, PackageProtection protection) {
        this.packages = packages;
        this.protection = protection;
    }

    /**
     * Protects packages that are not protected yet, in the transaction of the caller. Where a device asks for one of them in the
     * meantime, one of the two transactions meets the other's row and is run again.
     *
     * @param wanted how many profiles of the type in that state shall have a protected package
     * @param limit how many are made at most
     * @return how many were made
     */
    public int protect(long typeId, ProfileState state, int wanted, int limit) {
        long missing = wanted == Integer.MAX_VALUE ? wanted : wanted - packages.countProtected(typeId, state);
        if (missing <= 0) {
            return 0;
        }
        List<Profile> profiles = packages.findUnprotected(typeId, state, (int) Math.min(missing, limit));
        profiles.forEach(profile -> protection.protect(profile, typeId));
        return profiles.size();
    }
}
