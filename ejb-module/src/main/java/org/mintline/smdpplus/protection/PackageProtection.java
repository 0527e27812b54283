package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import org.mintline.keys.Seal;
import org.mintline.rsp.bsp.BspKeys;
import org.mintline.rsp.crypto.Randomness;
import org.mintline.rsp.es8plus.ProtectedProfilePackage;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;

/** Profile packages before they are bound: personalised, and protected by random keys (SGP.22 v2.5, clause 2.5.3). */
@Dependent
public class PackageProtection {
    private static final int KEY = BspKeys.KEY_LENGTH;

    private final PackageRepository packages;
    private final Personalisation personalisation;
    private final Seal seal;
    private final Randomness randomness;
    private final Clock clock;
    /** Of the given parts. */
    @Inject
    public PackageProtection(
            PackageRepository packages,
            Personalisation personalisation,
            Seal seal,
            Randomness randomness,
            Clock clock) {
        this.packages = packages;
        this.personalisation = personalisation;
        this.seal = seal;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The profile's package, personalised now from that of a type. */
    UnprotectedProfilePackage unprotectedPackageOf(Profile profile, ProfileType type) {
        return personalisation.personalise(profile, type.id());
    }

    /** The profile's package under random keys: the one that was protected ahead of time, or a new one, which is kept. */
    ProtectedProfilePackage protectedPackageOf(Profile profile, ProfileType type) {
        return packages.findProtected(profile.id())
                .map(kept -> opened(profile, kept))
                .orElseGet(() -> protect(profile, type.id()));
    }

    /** Protects the profile's package, made from that of a type, by new random keys and keeps it. */
    ProtectedProfilePackage protect(Profile profile, long typeId) {
        ProtectedProfilePackage made =
                personalisation.personalise(profile, typeId).protect(randomness);
        BspKeys keys = made.profileProtectionKeys();
        byte[] plain = new byte[3 * KEY];
        System.arraycopy(keys.initialMacChainingValue(), 0, plain, 0, KEY);
        System.arraycopy(keys.sEnc(), 0, plain, KEY, KEY);
        System.arraycopy(keys.sMac(), 0, plain, 2 * KEY, KEY);
        byte[] sealed = seal.seal(profile.operator(), ProtectedPackage.context(profile.iccid()), plain);
        Arrays.fill(plain, (byte) 0);
        packages.add(new ProtectedPackage(profile, typeId, sealed, made.segments(), clock.instant()));
        return made;
    }

    /** A package that was protected ahead of time, with its keys. */
    ProtectedProfilePackage opened(Profile profile, PackageRepository.KeptPackage kept) {
        return new ProtectedProfilePackage(keysOf(profile, kept), kept.segments());
    }

    private BspKeys keysOf(Profile profile, PackageRepository.KeptPackage kept) {
        byte[] plain = seal.open(profile.operator(), ProtectedPackage.context(profile.iccid()), kept.sealedKeys());
        return new BspKeys(
                Arrays.copyOf(plain, KEY),
                Arrays.copyOfRange(plain, KEY, 2 * KEY),
                Arrays.copyOfRange(plain, 2 * KEY, 3 * KEY));
    }
}
