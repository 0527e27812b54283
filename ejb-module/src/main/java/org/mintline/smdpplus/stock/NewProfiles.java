package org.mintline.smdpplus.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.mintline.keys.Seal;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.protection.Credentials;
import org.mintline.smdpplus.protection.PackageRepository;
import org.mintline.smdpplus.protection.PackageTemplates;
import org.mintline.smdpplus.protection.ProfileCredentials;

/** Makes the rows of a new profile, in the transaction of the caller, after its data was tried on the package of its type. */
@ApplicationScoped
public class NewProfiles {
    private ProfileRepository profiles;
    private PackageRepository packages;
    private PackageTemplates templates;
    private Seal seal;
    private Clock clock;

    /** For the container. */
    protected NewProfiles() {}

    /** Of the given parts. */
    @Inject
    public NewProfiles(
            ProfileRepository profiles,
            PackageRepository packages,
            PackageTemplates templates,
            Seal seal,
            Clock clock) {
        this.profiles = profiles;
        this.packages = packages;
        this.templates = templates;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Brings a profile into stock.
     *
     * @throws PersonalisationException if the data does not fit the package of the type; nothing is changed then
     */
    public void add(ProfileType type, Iccid iccid, Map<String, String> columns) {
        Credentials credentials = Credentials.of(columns);
        templates.of(type.id()).personalise(credentials.data(iccid));
        Profile profile = new Profile(type, iccid.digits(), clock.instant());
        profiles.add(profile);
        packages.add(new ProfileCredentials(
                profile,
                seal.seal(type.operator(), ProfileCredentials.context(iccid.digits()), credentials.encoded())));
    }
}
