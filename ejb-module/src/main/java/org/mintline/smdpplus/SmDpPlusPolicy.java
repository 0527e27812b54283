package org.mintline.smdpplus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.mintline.configuration.MintlineConfiguration;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.identification.SpecificationVersion;

/**
 * The limits that this SM-DP+ sets, where the standard leaves them to it.
 *
 * @param address the SM-DP+ address: its own fully qualified domain name, with port if it is not 443
 * @param lowestSvn the lowest SVN of an eUICC that is served
 * @param highestSvn the highest SVN of an eUICC that is served
 * @param orderLifetime how long after its confirmation a download order can be used
 * @param maximumDownloadAttempts how many Bound Profile Packages an order may take
 * @param maximumConfirmationCodeTries how many wrong confirmation codes end an order
 * @param sessionLifetime how long an RSP session waits for the next step of its device
 * @param resultLifetime how long a Profile Installation Result is waited for, and sessions are kept for their story
 * @param functionCallLifetime how long a functionCallIdentifier stays known
 * @param secretsLifetime how long credentials and packages are kept after an order has ended
 * @param receiptLifetime how long the content of a notification of an eUICC is kept
 * @param protectedAhead how many Profiles in stock are kept protected, where their type does not say
 * @param maximumPackageBytes the largest profile package or template
 * @param maximumImportBytes the largest file of profile data
 */
public record SmDpPlusPolicy(
        String address,
        SpecificationVersion lowestSvn,
        SpecificationVersion highestSvn,
        Duration orderLifetime,
        int maximumDownloadAttempts,
        int maximumConfirmationCodeTries,
        Duration sessionLifetime,
        Duration resultLifetime,
        Duration functionCallLifetime,
        Duration secretsLifetime,
        Duration receiptLifetime,
        int protectedAhead,
        int maximumPackageBytes,
        long maximumImportBytes) {
    private static final int HOST_ID_LENGTH = 16;
    private static final Duration RESULT_LIFETIME = Duration.ofDays(90);
    private static final Duration FUNCTION_CALL_LIFETIME = Duration.ofDays(7);
    private static final Duration SECRETS_LIFETIME = Duration.ofDays(1);

    /** The limits of a configuration. */
    public static SmDpPlusPolicy of(MintlineConfiguration.SmDpPlus configuration, MintlineConfiguration.Limits limits) {
        return new SmDpPlusPolicy(
                configuration.address(),
                version(configuration.lowestSvn()),
                version(configuration.highestSvn()),
                configuration.orderTimeToLive(),
                configuration.downloadAttempts(),
                configuration.confirmationCodeTries(),
                configuration.sessionTimeToLive(),
                RESULT_LIFETIME,
                FUNCTION_CALL_LIFETIME,
                SECRETS_LIFETIME,
                configuration.receiptKeepFor(),
                configuration.protectedAhead(),
                limits.profilePackage(),
                limits.importFile());
    }

    /**
     * The hostId of the control reference template, 16 bytes: the same in every session, so that a package that is sent again fits the
     * keys that were agreed on.
     */
    public byte[] hostId() {
        return Arrays.copyOf(Cryptography.sha256(address.getBytes(StandardCharsets.UTF_8)), HOST_ID_LENGTH);
    }

    private static SpecificationVersion version(MintlineConfiguration.Version version) {
        return new SpecificationVersion(version.major(), version.minor(), version.revision());
    }
}
