package org.mintline.smdpplus.protection;

import java.util.Set;
import java.util.stream.Collectors;
import org.mintline.rsp.profilepackage.ProfilePackage;
import org.mintline.rsp.profilepackage.personalisation.Personalisation;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationData;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationPlan;

/** The package that the profiles of a type are made from: by patches where nothing changes its length, else by its tree. */
public final class PackageTemplate {
    private final byte[] encoded;
    private final PersonalisationPlan plan;

    /** @param encoded the package, DER */
    public PackageTemplate(byte[] encoded) {
        this.encoded = encoded;
        this.plan = PersonalisationPlan.of(encoded);
    }

    /**
     * The package with that data in it.
     *
     * @throws PersonalisationException if it has no place for a value
     */
    public byte[] personalise(PersonalisationData data) {
        try {
            return plan.personalise(data);
        } catch (PersonalisationException lengthChanges) {
            return Personalisation.personalise(ProfilePackage.decode(encoded), data)
                    .encoded();
        }
    }

    /** What it has a place for, by the names of the package format. */
    public Set<String> subjects() {
        return plan.subjects().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    /** Its size in bytes. */
    public int size() {
        return encoded.length;
    }
}
