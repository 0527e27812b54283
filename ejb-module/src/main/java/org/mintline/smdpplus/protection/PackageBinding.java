package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.crypto.EllipticCurve;
import org.mintline.rsp.es8plus.Binding;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es8plus.ConfigureIsdpRequest;
import org.mintline.rsp.es8plus.ControlRefTemplate;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.TransactionId;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.Protection;

/**
 * Binds a profile to an eUICC, or binds it again (SGP.22 v2.5, clauses 2.5.4 and 3.1.3). The same otPK.EUICC.ECKA gets the package
 * that was bound to it; another one gets a new binding with a new otPK.DP.ECKA.
 */
@Dependent
public class PackageBinding {
    private static final int SEGMENTS = 0xA3;

    private final PackageRepository packages;
    private final PackageProtection protection;
    private final Cryptography cryptography;
    private final SmDpPlusPolicy policy;
    private final Clock clock;
    /** Of the given parts. */
    @Inject
    public PackageBinding(
            PackageRepository packages,
            PackageProtection protection,
            Cryptography cryptography,
            SmDpPlusPolicy policy,
            Clock clock) {
        this.packages = packages;
        this.protection = protection;
        this.cryptography = cryptography;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * For whom a profile is bound.
     *
     * @param transactionId of the session
     * @param eid of the eUICC
     * @param euiccOtpk otPK.EUICC.ECKA, 65 bytes
     */
    public record Target(TransactionId transactionId, Eid eid, byte[] euiccOtpk) {}

    /**
     * The Bound Profile Package for that eUICC. Where a variant goes out, what was protected of the type itself is gone with it, so
     * that no second package of the ICCID is left.
     *
     * @param type from whose package the profile is made: its own or a variant of it
     * @param keys the SM-DP+'s keys of the session
     * @return BoundProfilePackage, tag BF36
     * @throws org.mintline.rsp.tlv.DecodeException if the otPK is no point of the curve of the keys
     */
    public byte[] bind(Profile profile, ProfileType type, Target target, SmDpPlusKeys.KeySet keys) {
        Optional<BoundPackage> earlier = packages.findBound(profile.id());
        if (earlier.isPresent() && earlier.get().isFor(target.eid().digits(), target.euiccOtpk())) {
            return again(profile, type, earlier.get(), target, keys);
        }
        if (type.id() != profile.typeId()) {
            packages.removeProtectedUnlessOf(profile.id(), type.id());
        }
        Binding binding = open(profile, type, target, keys);
        byte[] bound = type.protection() == Protection.RANDOM_KEYS
                ? protection.protectedPackageOf(profile, type).bind(binding).encoded()
                : protection.unprotectedPackageOf(profile, type).bind(binding).encoded();
        BoundPackage kept = earlier.orElseGet(() -> new BoundPackage(profile));
        kept.bind(
                target.transactionId(),
                target.eid().digits(),
                target.euiccOtpk(),
                partsOf(bound, binding, type.protection()),
                clock.instant());
        if (earlier.isEmpty()) {
            packages.add(kept);
        }
        return bound;
    }

    /** The otPK.EUICC.ECKA of the last binding to that eUICC, which the eUICC is offered again: bppEuiccOtpk. */
    public Optional<byte[]> offeredOtpk(Profile profile, Eid eid) {
        return profile.order().downloadAttempts() == 0
                ? Optional.empty()
                : packages.findBoundOtpk(profile.id(), eid.digits());
    }

    private byte[] again(
            Profile profile, ProfileType type, BoundPackage bound, Target target, SmDpPlusKeys.KeySet keys) {
        if (!bound.isOf(target.transactionId())) {
            bound.resume(
                    target.transactionId(),
                    InitialiseSecureChannelRequest.signed(
                                    target.transactionId().octets(),
                                    ControlRefTemplate.aes(policy.hostId()),
                                    bound.smdpOtpk(),
                                    target.euiccOtpk(),
                                    keys::signAsDpPb)
                            .encoded());
        }
        byte[] segments = bound.segments()
                .orElseGet(() -> Tlv.encode(
                        SEGMENTS, protection.protectedPackageOf(profile, type).segments()));
        return Tlv.encode(BoundProfilePackage.TAG, bound.secureChannel(), bound.commands(), segments);
    }

    private Binding open(Profile profile, ProfileType type, Target target, SmDpPlusKeys.KeySet keys) {
        KeyPair oneTimeKeys = cryptography.generateKeyPair(
                EllipticCurve.of(keys.dpPbCertificate().getPublicKey()));
        return Binding.open(
                cryptography,
                new Binding.Session(
                        target.transactionId().octets(), target.eid().octets(), target.euiccOtpk(), policy.hostId()),
                oneTimeKeys,
                keys::signAsDpPb,
                ConfigureIsdpRequest.empty(),
                type.metadata(new Iccid(profile.iccid())).encoded());
    }

    private static BoundPackage.BoundParts partsOf(byte[] bound, Binding binding, Protection protection) {
        List<Tlv> elements = Tlv.decode(bound, DecodeLimits.PACKAGE).children();
        Tlv segments = elements.get(elements.size() - 1);
        return new BoundPackage.BoundParts(
                binding.initialiseSecureChannel().smdpOtpk(),
                binding.initialiseSecureChannel().encoded(),
                Arrays.copyOfRange(bound, elements.get(1).offset(), segments.offset()),
                protection == Protection.SESSION_KEYS ? Optional.of(segments.encoded()) : Optional.empty());
    }
}
