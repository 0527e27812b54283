package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.certificate.RspCertificate;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.factory.OfflineBinding;
import org.mintline.rsp.factory.OfflineBoundProfilePackage;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;

/**
 * Binds profiles to preloaded keys (OFF-2). What was protected ahead of time is taken over; all else is protected by the session keys
 * of its binding, whatever its type says, since nobody will bind it a second time.
 */
@Dependent
public class OfflinePackages {
    private final PackageRepository packages;
    private final PackageProtection protection;
    private final Cryptography cryptography;
    private final SmDpPlusPolicy policy;

    /** Of the given parts. */
    @Inject
    public OfflinePackages(
            PackageRepository packages,
            PackageProtection protection,
            Cryptography cryptography,
            SmDpPlusPolicy policy) {
        this.packages = packages;
        this.protection = protection;
        this.cryptography = cryptography;
        this.policy = policy;
    }

    /** The packages of some profiles of one type, whose rows were read together. */
    public final class Read {
        private final ProfileType type;
        private final Map<Long, PackageRepository.KeptPackage> kept;
        private final Map<SmDpPlusKeys.KeySet, OfflineBinding> bindings = new HashMap<>();

        private Read(ProfileType type, Map<Long, PackageRepository.KeptPackage> kept) {
            this.type = type;
            this.kept = kept;
        }

        /**
         * Binds one of them.
         *
         * @param metadata of the profile
         * @throws org.mintline.rsp.profilepackage.personalisation.PersonalisationException if its data does not fit the package of its
         *     type
         * @throws IllegalStateException if its data is purged
         * @throws org.mintline.rsp.tlv.DecodeException if the preloaded key is no point of the curve of the keys
         */
        public OfflineBoundProfilePackage bind(
                Profile profile,
                StoreMetadataRequest metadata,
                OfflineBinding.Target target,
                SmDpPlusKeys.KeySet keys) {
            OfflineBinding binding = bindings.computeIfAbsent(keys, this::binding);
            return Optional.ofNullable(kept.get(profile.id()))
                    .map(own -> binding.bind(protection.opened(profile, own), metadata, target))
                    .orElseGet(() -> binding.bind(protection.unprotectedPackageOf(profile, type), metadata, target));
        }

        private OfflineBinding binding(SmDpPlusKeys.KeySet keys) {
            return new OfflineBinding(
                    cryptography,
                    new OfflineBinding.SmDpPlus(
                            RspCertificate.of(keys.dpPbCertificate()),
                            List.of(),
                            keys::signAsDpPb,
                            policy.address(),
                            policy.hostId()));
        }
    }

    /** Reads what is needed to bind those profiles, in the transaction of the caller. */
    public Read read(ProfileType type, List<Profile> profiles) {
        List<Long> ids = profiles.stream().map(Profile::id).collect(Collectors.toList());
        packages.readCredentials(ids);
        return new Read(type, packages.findProtected(ids, type.id()));
    }
}
