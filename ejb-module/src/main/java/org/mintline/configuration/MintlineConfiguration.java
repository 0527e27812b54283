package org.mintline.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that can be set about the server, by part. Holds no secrets, so that the console may show it.
 *
 * @param mode what the installation is for
 * @param roles what this server is there for, at least one
 */
public record MintlineConfiguration(
        Mode mode,
        Set<ServerRole> roles,
        SmDpPlus smdpplus,
        Keys keys,
        Notification notification,
        LocalProvisioning localProvisioning,
        Console console,
        Lines lines,
        Limits limits) {

    /**
     * The SM-DP+.
     *
     * @param address its address, as in activation codes and ES9+ (SGP.22 v2.5, clause 4.1): a host name, with port if not 443
     * @param lowestSvn the lowest SVN of an eUICC that is served
     * @param highestSvn the highest SVN of an eUICC that is served
     * @param orderTimeToLive how long a confirmed order may be downloaded
     * @param downloadAttempts how many bound profile packages are handed out in one order at most
     * @param confirmationCodeTries how many wrong confirmation codes end an order
     * @param sessionTimeToLive how long an RSP session may rest between two of its steps
     * @param protectedAhead how many available profiles of a new profile type are kept protected
     * @param receiptKeepFor how long the content of a notification of an eUICC is kept
     */
    public record SmDpPlus(
            String address,
            Version lowestSvn,
            Version highestSvn,
            Duration orderTimeToLive,
            int downloadAttempts,
            int confirmationCodeTries,
            Duration sessionTimeToLive,
            int protectedAhead,
            Duration receiptKeepFor) {}

    /**
     * Keys and certificates.
     *
     * @param kek the key-encryption key: 32 bytes in Base64
     * @param previousKek the one before, while what it wraps is being wrapped anew
     * @param stores PKCS#12 files with CERT.DPauth and CERT.DPpb and their keys, for each CI
     * @param passphrase of all these files
     * @param certificateIssuers folder of CI certificates, one file each, DER or PEM
     * @param revocationLists folder of CRLs, and of the certificates of those below a CI that sign CRLs
     * @param pkcs11 configuration of a PKCS#11 provider, whose token is read besides the files
     * @param pkcs11Pin its user PIN
     */
    public record Keys(
            SecretReference kek,
            Optional<SecretReference> previousKek,
            List<Path> stores,
            Optional<SecretReference> passphrase,
            Optional<Path> certificateIssuers,
            Optional<Path> revocationLists,
            Optional<Path> pkcs11,
            Optional<SecretReference> pkcs11Pin) {}

    /**
     * Delivery of calls to operators.
     *
     * @param keyStore PKCS#12 file with the key and certificate by which the SM-DP+ shows itself to operators
     * @param trustStore PKCS#12 file with the certificates that operators' servers are trusted by; absent, those of the JDK
     * @param passphrase of both files
     * @param timeout how long a call may take
     * @param concurrency how many calls are under way at once, on one node
     * @param concurrencyPerOperator how many of them to one operator
     * @param retryFor how long after its posting a call is tried again
     * @param keepFor how long delivered calls stay to be seen
     * @param keepGivenUpFor how long calls that were given up stay to be seen
     */
    public record Notification(
            Optional<Path> keyStore,
            Optional<Path> trustStore,
            Optional<SecretReference> passphrase,
            Duration timeout,
            int concurrency,
            int concurrencyPerOperator,
            Duration retryFor,
            Duration keepFor,
            Duration keepGivenUpFor) {}

    /**
     * The console.
     *
     * @param administratorPassword of the user that is made when there is none yet
     */
    public record Console(Optional<SecretReference> administratorPassword) {}

    /**
     * Dedicated lines to other servers.
     *
     * @param node name of this server among those of one database
     * @param remote names of the lines that lead to other servers
     * @param keySets where their key sets lie; an asterisk stands for the name of the line
     */
    public record Lines(String node, Set<String> remote, String keySets) {
        /** The line that ends where it begins, in this server. */
        public static final String LOCAL = "local";

        /** The names of all lines. */
        public Set<String> names() {
            Set<String> names = new TreeSet<>(remote);
            names.add(LOCAL);
            return Set.copyOf(names);
        }
    }

    /**
     * A local provisioning server, as a client of its aggregator.
     *
     * @param aggregator its https address; without it, nothing is downloaded and nothing carried
     * @param keyStore a PKCS#12 file with the own key and certificate
     * @param trustStore a PKCS#12 file with the certificates that the aggregator is trusted by; without it, those of the JDK
     * @param passphrase of both files
     * @param pause between two calls for news
     * @param deleteUnusedKeys whether an eUICC shall delete the keys that it did not use
     */
    public record LocalProvisioning(
            Optional<URI> aggregator,
            Optional<Path> keyStore,
            Optional<Path> trustStore,
            Optional<SecretReference> passphrase,
            Duration pause,
            boolean deleteUnusedKeys) {}

    /**
     * Sizes beyond which a request is refused before it is parsed, in bytes.
     *
     * @param es9plus a request on ES9+
     * @param es2plus a request on ES2+
     * @param importFile a file of profile data
     * @param profilePackage a profile package or template
     */
    public record Limits(int es9plus, int es2plus, long importFile, int profilePackage) {}

    /**
     * A version of SGP.22.
     *
     * @param major 0 to 255
     * @param minor 0 to 255
     * @param revision 0 to 255
     */
    public record Version(int major, int minor, int revision) implements Comparable<Version> {
        /** Refuses what does not fit in three bytes. */
        public Version {
            if (((major | minor | revision) & ~0xFF) != 0) {
                throw new IllegalArgumentException("each part of a version is 0 to 255");
            }
        }

        /** Reads three bytes, as in EUICCInfo1. */
        public static Version of(byte[] threeBytes) {
            if (threeBytes.length != 3) {
                throw new IllegalArgumentException("a version has three bytes");
            }
            return new Version(threeBytes[0] & 0xFF, threeBytes[1] & 0xFF, threeBytes[2] & 0xFF);
        }

        @Override
        public int compareTo(Version other) {
            return Integer.compare(
                    major << 16 | minor << 8 | revision, other.major << 16 | other.minor << 8 | other.revision);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + revision;
        }
    }
}
