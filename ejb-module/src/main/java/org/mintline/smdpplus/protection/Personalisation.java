package org.mintline.smdpplus.protection;

import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.smdpplus.profile.Profile;

/** Makes the profile package of a profile from the package of a type and its own credentials. */
public interface Personalisation {
    /**
     * The package of the profile, in the clear.
     *
     * @param typeId the number of its type or of a variant of it, from whose package it is made
     * @throws IllegalStateException if the profile's credentials are purged
     * @throws org.mintline.rsp.profilepackage.personalisation.PersonalisationException if its data does not fit that package
     */
    UnprotectedProfilePackage personalise(Profile profile, long typeId);
}
