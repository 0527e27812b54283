package org.mintline.smdpplus.protection;

import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.smdpplus.profile.Profile;

/** Makes the profile package of a profile from the package of its type and its own credentials. */
public interface Personalisation {
    /**
     * The package of the profile, in the clear.
     *
     * @throws IllegalStateException if the profile's credentials are purged
     */
    UnprotectedProfilePackage personalise(Profile profile);
}
