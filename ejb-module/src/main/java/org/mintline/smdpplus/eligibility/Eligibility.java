package org.mintline.smdpplus.eligibility;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mintline.rsp.data.EuiccInfo2;
import org.mintline.rsp.data.PprId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.RspCapability;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.rsp.status.StatusCode;
import org.mintline.smdpplus.profile.PackageRequirements;

/** The eligibility check of ES9+.AuthenticateClient (SGP.22 v2.5, annex F). */
public final class Eligibility {
    private Eligibility() {}

    /**
     * Why a profile does not fit.
     *
     * @param statusCode 8.2.5/4.3, or 8.1/4.8 if memory is what lacks
     * @param detail what lacks, for the operator
     */
    public record Obstacle(StatusCode statusCode, String detail) {}

    /** Looks for what stands against the profile on the eUICC of that device. */
    public static Optional<Obstacle> obstacle(
            PackageRequirements requirements, StoreMetadataRequest metadata, AuthenticatedDevice device) {
        return obstacle(requirements, metadata, device.euicc());
    }

    /**
     * Looks for what stands against the profile on that eUICC. Its Rules Authorisation Table is not known here: the eUICC itself
     * refuses what that forbids.
     *
     * @param requirements what the package needs
     * @param metadata of the profile
     * @param euicc what the eUICC is and can do
     */
    public static Optional<Obstacle> obstacle(
            PackageRequirements requirements, StoreMetadataRequest metadata, EuiccInfo2 euicc) {
        return unsupportedVersion(requirements, euicc)
                .or(() -> missingService(requirements, euicc))
                .or(() -> forbiddenRule(metadata, euicc))
                .or(() -> testProfile(metadata, euicc))
                .or(() -> memory(requirements, euicc));
    }

    private static Optional<Obstacle> unsupportedVersion(PackageRequirements requirements, EuiccInfo2 euicc) {
        int major = requirements.majorVersion();
        boolean supported = euicc.profileVersion().major() >= major
                || euicc.additionalEuiccProfilePackageVersions().stream()
                        .mapToInt(SpecificationVersion::major)
                        .anyMatch(version -> version >= major);
        return supported
                ? Optional.empty()
                : ineligible("the eUICC takes profile packages of version " + euicc.profileVersion());
    }

    private static Optional<Obstacle> missingService(PackageRequirements requirements, EuiccInfo2 euicc) {
        return requirements.services().stream()
                .filter(service -> MandatoryService.providedBy(service)
                        .filter(euicc.uiccCapability()::contains)
                        .isEmpty())
                .sorted()
                .findFirst()
                .flatMap(service -> ineligible("the eUICC lacks the mandatory service " + service));
    }

    private static Optional<Obstacle> forbiddenRule(StoreMetadataRequest metadata, EuiccInfo2 euicc) {
        Set<PprId> forbidden = EnumSet.noneOf(PprId.class);
        forbidden.addAll(metadata.profilePolicyRules());
        forbidden.retainAll(euicc.forbiddenProfilePolicyRules());
        return forbidden.isEmpty() ? Optional.empty() : ineligible("the eUICC forbids the policy rules " + forbidden);
    }

    private static Optional<Obstacle> testProfile(StoreMetadataRequest metadata, EuiccInfo2 euicc) {
        boolean refused = metadata.profileClass().equals(Optional.of(ProfileClass.TEST))
                && !euicc.rspCapability().contains(RspCapability.TEST_PROFILE_SUPPORT);
        return refused ? ineligible("the eUICC takes no test profiles") : Optional.empty();
    }

    private static Optional<Obstacle> memory(PackageRequirements requirements, EuiccInfo2 euicc) {
        OptionalLong free = AuthenticatedDevice.freeMemory(euicc);
        return free.isPresent() && free.getAsLong() < requirements.memory()
                ? Optional.of(new Obstacle(
                        StatusCode.EUICC_INSUFFICIENT_MEMORY,
                        "the profile needs " + requirements.memory() + " bytes, the eUICC has " + free.getAsLong()))
                : Optional.empty();
    }

    private static Optional<Obstacle> ineligible(String detail) {
        return Optional.of(new Obstacle(StatusCode.NO_ELIGIBLE_PROFILE, detail));
    }
}
