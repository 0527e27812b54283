package org.mintline.smdpplus.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mintline.keys.Seal;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.protection.Credentials;
import org.mintline.smdpplus.protection.PackageTemplates;
import org.mintline.smdpplus.protection.ProfileCredentials;

/** Makes new profiles, in the transaction of the caller, after their data was tried on the package of their type. */
@ApplicationScoped
public class NewProfiles {
    private NewProfileRows rows;
    private PackageTemplates templates;
    private Seal seal;
    private Clock clock;

    /** For the container. */
    protected NewProfiles() {}

    /** Over an entity manager of the caller's. */
    public NewProfiles(EntityManager entities, PackageTemplates templates, Seal seal, Clock clock) {
        this(new NewProfileRows(entities), templates, seal, clock);
    }

    /** Of the given parts. */
    @Inject
    NewProfiles(NewProfileRows rows, PackageTemplates templates, Seal seal, Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A profile whose data fits the package of its type.
     *
     * @param iccid its number
     * @param sealedCredentials its data, sealed
     */
    public record Tried(Iccid iccid, byte[] sealedCredentials) {}

    /**
     * Tries the data of a profile on the package of its type, and seals it.
     *
     * @throws PersonalisationException if the data does not fit
     */
    public Tried tried(ProfileType type, Iccid iccid, Map<String, String> columns) {
        Credentials credentials = Credentials.of(columns);
        templates.of(type.id()).personalise(credentials.data(iccid));
        return new Tried(
                iccid, seal.seal(type.operator(), ProfileCredentials.context(iccid.digits()), credentials.encoded()));
    }

    /** Brings profiles into stock. */
    public void add(ProfileType type, List<Tried> profiles) {
        Instant now = clock.instant();
        Map<Profile, byte[]> sealedCredentials = new LinkedHashMap<>();
        for (Tried tried : profiles) {
            sealedCredentials.put(new Profile(type, tried.iccid().digits(), now), tried.sealedCredentials());
        }
        rows.insert(sealedCredentials);
    }
}
