package org.mintline.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing that can be set.
 *
 * @param name of the system property; the environment variable is the same in capitals with underscores
 * @param standard what is taken if it is not set; empty if there is none
 * @param mandatory whether it must be set where there is no standard
 * @param meaning for the one who operates the server, with unit and range
 * @param reader makes the value of the text, or throws {@link IllegalArgumentException} with what the text must be
 */
public record Setting<T>(
        String name, Optional<String> standard, boolean mandatory, String meaning, Function<String, T> reader) {

    static final Setting<Mode> MODE = standard(
            "mintline.mode",
            "production",
            "`production` refuses to start with what is known to be insecure: test keys, key stores without passphrase;"
                    + " `development` allows it",
            Setting::mode);

    static final Setting<Set<ServerRole>> ROLES = standard(
            "mintline.roles",
            "generation,support",
            "what this server is there for, separated by commas: `generation` makes profiles, `support` keeps their"
                    + " images for the stations of a factory, `aggregation` gives packages to local provisioning"
                    + " servers, `local-provisioning` is such a server",
            Setting::roles);

    static final Setting<String> SMDP_ADDRESS = mandatory(
            "mintline.smdpplus.address",
            "address of the SM-DP+ as it stands in activation codes: host name, and port if it is not 443",
            Setting::address);

    static final Setting<MintlineConfiguration.Version> LOWEST_SVN = standard(
            "mintline.smdpplus.svn.lowest", "2.0.0", "lowest SVN of an eUICC that is served", Setting::version);

    static final Setting<MintlineConfiguration.Version> HIGHEST_SVN = standard(
            "mintline.smdpplus.svn.highest", "2.255.255", "highest SVN of an eUICC that is served", Setting::version);

    static final Setting<Duration> ORDER_TIME_TO_LIVE = standard(
            "mintline.smdpplus.order.time-to-live",
            "P90D",
            "how long a confirmed order may be downloaded, 1 second to 10 years",
            durations(Duration.ofSeconds(1), Duration.ofDays(3660)));

    static final Setting<Integer> DOWNLOAD_ATTEMPTS = standard(
            "mintline.smdpplus.order.download-attempts",
            "10",
            "how many times a bound profile package is handed out in one order, 1 to 1000",
            numbers(1, 1000));

    static final Setting<Integer> CONFIRMATION_CODE_TRIES = standard(
            "mintline.smdpplus.order.confirmation-code-tries",
            "5",
            "how many wrong confirmation codes end an order, 1 to 100",
            numbers(1, 100));

    static final Setting<Duration> SESSION_TIME_TO_LIVE = standard(
            "mintline.smdpplus.session.time-to-live",
            "PT15M",
            "how long an RSP session may rest between two of its steps, 10 seconds to 1 day",
            durations(Duration.ofSeconds(10), Duration.ofDays(1)));

    static final Setting<Integer> PROTECTED_AHEAD = standard(
            "mintline.smdpplus.protected-ahead",
            "1000",
            "how many available profiles of a new profile type are kept protected, 0 to 10000000",
            numbers(0, 10_000_000));

    static final Setting<Duration> RECEIPT_KEEP_FOR = standard(
            "mintline.smdpplus.notification.keep-for",
            "P400D",
            "how long the content of a notification of an eUICC is kept, 1 day to 30 years; that it came is kept for"
                    + " good",
            durations(Duration.ofDays(1), Duration.ofDays(10_980)));

    static final Setting<SecretReference> KEK = mandatory(
            "mintline.keys.kek",
            "where the key-encryption key lies: `credential-store:STORE/ALIAS` or `file:PATH`; 32 random bytes in"
                    + " Base64",
            SecretReference::parse);

    static final Setting<SecretReference> PREVIOUS_KEK = optional(
            "mintline.keys.kek.previous",
            "where the key-encryption key before lies; with it, the next start wraps all data keys anew",
            SecretReference::parse);

    static final Setting<List<Path>> KEY_STORES = standard(
            "mintline.keys.stores",
            "",
            "PKCS#12 files with the keys and certificates DPauth and DPpb of the SM-DP+, for each CI, separated by"
                    + " commas",
            Setting::paths);

    static final Setting<SecretReference> KEY_STORES_PASSPHRASE = optional(
            "mintline.keys.stores.passphrase", "where the passphrase of these files lies", SecretReference::parse);

    static final Setting<Path> CERTIFICATE_ISSUERS = optional(
            "mintline.keys.certificate-issuers",
            "folder of the CI certificates that are trusted, one file each, DER or PEM",
            Path::of);

    static final Setting<Path> REVOCATION_LISTS = optional(
            "mintline.keys.revocation-lists",
            "folder of the CRLs of the CIs, DER or PEM; with the certificates of those below a CI that sign CRLs of"
                    + " their own",
            Path::of);

    static final Setting<Path> PKCS11 = optional(
            "mintline.keys.pkcs11",
            "configuration file of the JDK's PKCS#11 provider; the keys of its token are used besides those in files",
            Path::of);

    static final Setting<SecretReference> PKCS11_PIN =
            optional("mintline.keys.pkcs11.pin", "where the token's user PIN lies", SecretReference::parse);

    static final Setting<Path> NOTIFICATION_KEY_STORE = optional(
            "mintline.notification.key-store",
            "PKCS#12 file with the key and certificate by which the SM-DP+ shows itself to operators' servers",
            Path::of);

    static final Setting<Path> NOTIFICATION_TRUST_STORE = optional(
            "mintline.notification.trust-store",
            "PKCS#12 file with the certificates that operators' servers are trusted by; without it, those of the JDK",
            Path::of);

    static final Setting<SecretReference> NOTIFICATION_PASSPHRASE = optional(
            "mintline.notification.passphrase", "where the passphrase of both files lies", SecretReference::parse);

    static final Setting<Duration> NOTIFICATION_TIMEOUT = standard(
            "mintline.notification.timeout",
            "PT10S",
            "how long a call to an operator may take, 1 second to 2 minutes",
            durations(Duration.ofSeconds(1), Duration.ofMinutes(2)));

    static final Setting<Integer> NOTIFICATION_CONCURRENCY = standard(
            "mintline.notification.concurrency",
            "32",
            "how many calls to operators are under way at once on one node, 1 to 1000",
            numbers(1, 1000));

    static final Setting<Integer> NOTIFICATION_CONCURRENCY_PER_OPERATOR = standard(
            "mintline.notification.concurrency-per-operator",
            "8",
            "how many of them to one operator, 1 to 1000",
            numbers(1, 1000));

    static final Setting<Duration> NOTIFICATION_RETRY_FOR = standard(
            "mintline.notification.retry-for",
            "P3D",
            "how long after its posting a call is tried again before it is given up, 1 minute to 90 days",
            durations(Duration.ofMinutes(1), Duration.ofDays(90)));

    static final Setting<Duration> NOTIFICATION_KEEP_FOR = standard(
            "mintline.notification.keep-for",
            "P30D",
            "how long delivered calls stay to be seen in the console, 0 to 10 years",
            durations(Duration.ZERO, Duration.ofDays(3660)));

    static final Setting<Duration> NOTIFICATION_KEEP_GIVEN_UP_FOR = standard(
            "mintline.notification.keep-given-up-for",
            "P90D",
            "how long calls that were given up stay to be seen and tried again in the console, 0 to 10 years",
            durations(Duration.ZERO, Duration.ofDays(3660)));

    static final Setting<URI> AGGREGATOR = optional(
            "mintline.local-provisioning.aggregator",
            "https address of the aggregator from which a local provisioning server downloads lots",
            Setting::httpsAddress);

    static final Setting<Path> LOCAL_PROVISIONING_KEY_STORE = optional(
            "mintline.local-provisioning.key-store",
            "PKCS#12 file with the key and certificate by which the local provisioning server shows itself to the aggregator",
            Path::of);

    static final Setting<Path> LOCAL_PROVISIONING_TRUST_STORE = optional(
            "mintline.local-provisioning.trust-store",
            "PKCS#12 file with the certificates that the aggregator is trusted by; without it, those of the JDK",
            Path::of);

    static final Setting<SecretReference> LOCAL_PROVISIONING_PASSPHRASE = optional(
            "mintline.local-provisioning.passphrase",
            "where the passphrase of both files lies",
            SecretReference::parse);

    static final Setting<Duration> LOCAL_PROVISIONING_PAUSE = standard(
            "mintline.local-provisioning.pause",
            "PT30S",
            "how long the local provisioning server waits until it asks the aggregator again, 1 second to 1 day",
            durations(Duration.ofSeconds(1), Duration.ofDays(1)));

    static final Setting<Boolean> DELETE_UNUSED_KEYS = standard(
            "mintline.local-provisioning.delete-unused-keys",
            "false",
            "whether an eUICC shall delete the preloaded keys that it did not use, once it has all its profiles: `true` or `false`",
            Setting::truth);

    static final Setting<SecretReference> ADMINISTRATOR_PASSWORD = optional(
            "mintline.console.administrator.password",
            "where the first password of the user `administrator` lies, who is made at start if there is no user yet",
            SecretReference::parse);

    static final Setting<String> NODE = standard(
            "mintline.node", "node1", "name of this server among those of one database; must differ", Setting::node);

    static final Setting<Set<String>> LINES = standard(
            "mintline.lines",
            "",
            "names of the dedicated lines to other servers, separated by commas: 1 to 30 lower-case letters, digits and hyphens;"
                    + " the line `local` is always there and ends in this server",
            Setting::lines);

    static final Setting<String> LINE_KEY_SETS = standard(
            "mintline.lines.key-sets",
            "credential-store:mintline/line-*",
            "where the key sets of these lines lie; `*` stands for the name of the line",
            Setting::keySets);

    static final Setting<Integer> LIMIT_ES9PLUS = standard(
            "mintline.limit.es9plus",
            "131072",
            "largest request on ES9+ in bytes, 16384 to 1048576",
            numbers(16_384, 1_048_576));

    static final Setting<Integer> LIMIT_ES2PLUS = standard(
            "mintline.limit.es2plus",
            "65536",
            "largest request on ES2+ in bytes, 4096 to 1048576",
            numbers(4_096, 1_048_576));

    static final Setting<Long> LIMIT_IMPORT_FILE = standard(
            "mintline.limit.import-file",
            "1073741824",
            "largest file of profile data in bytes, 1024 to 107374182400",
            text -> whole(text, 1_024, 107_374_182_400L));

    static final Setting<Integer> LIMIT_PROFILE_PACKAGE = standard(
            "mintline.limit.profile-package",
            "524288",
            "largest profile package or template in bytes, 1024 to 1048576",
            numbers(1_024, 1_048_576));

    /** All settings, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(
            MODE,
            ROLES,
            SMDP_ADDRESS,
            LOWEST_SVN,
            HIGHEST_SVN,
            ORDER_TIME_TO_LIVE,
            DOWNLOAD_ATTEMPTS,
            CONFIRMATION_CODE_TRIES,
            SESSION_TIME_TO_LIVE,
            PROTECTED_AHEAD,
            RECEIPT_KEEP_FOR,
            KEK,
            PREVIOUS_KEK,
            KEY_STORES,
            KEY_STORES_PASSPHRASE,
            CERTIFICATE_ISSUERS,
            REVOCATION_LISTS,
            PKCS11,
            PKCS11_PIN,
            NOTIFICATION_KEY_STORE,
            NOTIFICATION_TRUST_STORE,
            NOTIFICATION_PASSPHRASE,
            NOTIFICATION_TIMEOUT,
            NOTIFICATION_CONCURRENCY,
            NOTIFICATION_CONCURRENCY_PER_OPERATOR,
            NOTIFICATION_RETRY_FOR,
            NOTIFICATION_KEEP_FOR,
            NOTIFICATION_KEEP_GIVEN_UP_FOR,
            AGGREGATOR,
            LOCAL_PROVISIONING_KEY_STORE,
            LOCAL_PROVISIONING_TRUST_STORE,
            LOCAL_PROVISIONING_PASSPHRASE,
            LOCAL_PROVISIONING_PAUSE,
            DELETE_UNUSED_KEYS,
            ADMINISTRATOR_PASSWORD,
            NODE,
            LINES,
            LINE_KEY_SETS,
            LIMIT_ES9PLUS,
            LIMIT_ES2PLUS,
            LIMIT_IMPORT_FILE,
            LIMIT_PROFILE_PACKAGE);

    /** The environment variable that sets it where the system property does not. */
    public String environmentVariable() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static <T> Setting<T> standard(String name, String value, String meaning, Function<String, T> reader) {
        return new Setting<>(name, Optional.of(value), false, meaning, reader);
    }

    private static <T> Setting<T> mandatory(String name, String meaning, Function<String, T> reader) {
        return new Setting<>(name, Optional.empty(), true, meaning, reader);
    }

    private static <T> Setting<T> optional(String name, String meaning, Function<String, T> reader) {
        return new Setting<>(name, Optional.empty(), false, meaning, reader);
    }

    private static Mode mode(String text) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be development or production"));
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return text.equals("true");
    }

    private static URI httpsAddress(String text) {
        URI address = URI.create(text);
        if (!"https".equals(address.getScheme())
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getQuery() != null
                || address.getFragment() != null
                || !address.getPath().matches("/?")) {
            throw new IllegalArgumentException("must be an https address of host and port alone");
        }
        return address;
    }

    private static Set<ServerRole> roles(String text) {
        Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
        for (String title : text.split(",", -1)) {
            roles.add(Arrays.stream(ServerRole.values())
                    .filter(role -> role.title().equals(title.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "must be one or more of " + String.join(", ", titles()) + ", separated by commas")));
        }
        return Collections.unmodifiableSet(roles);
    }

    private static List<String> titles() {
        return Arrays.stream(ServerRole.values()).map(ServerRole::title).toList();
    }

    private static String address(String text) {
        String label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        if (text.length() > 255 || !text.matches(label + "(\\." + label + ")*(:[1-9][0-9]{0,4})?")) {
            throw new IllegalArgumentException("must be a host name, with port if it is not 443");
        }
        return text;
    }

    private static MintlineConfiguration.Version version(String text) {
        if (!text.matches("[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}")) {
            throw new IllegalArgumentException("must be a version like 2.5.0");
        }
        String[] parts = text.split("\\.", -1);
        return new MintlineConfiguration.Version(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static String node(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new IllegalArgumentException("must be 1 to 60 letters, digits, dots, underscores and hyphens");
        }
        return text;
    }

    private static Set<String> lines(String text) {
        List<String> names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean good = names.stream().allMatch(name -> name.matches("[a-z][a-z0-9-]{0,29}"));
        if (!good
                || names.contains(MintlineConfiguration.Lines.LOCAL)
                || Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException(
                    "must be different names of 1 to 30 lower-case letters, digits and hyphens,"
                            + " that begin with a letter; local is not among them");
        }
        return Set.copyOf(names);
    }

    private static String keySets(String text) {
        SecretReference.parse(text);
        if (!text.contains("*")) {
            throw new IllegalArgumentException("must have a * in the place of the name of the line");
        }
        return text;
    }

    private static List<Path> paths(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static Function<String, Integer> numbers(int lowest, int highest) {
        return text -> (int) whole(text, lowest, highest);
    }

    private static long whole(String text, long lowest, long highest) {
        long value = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException("must be a whole number from " + lowest + " to " + highest);
        }
        return value;
    }

    private static Function<String, Duration> durations(Duration shortest, Duration longest) {
        return text -> {
            try {
                Duration value = Duration.parse(text);
                if (value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0) {
                    return value;
                }
            } catch (java.time.format.DateTimeParseException e) {
                throw new IllegalArgumentException("must be a duration like PT15M or P90D", e);
            }
            throw new IllegalArgumentException("must be a duration from " + shortest + " to " + longest);
        };
    }
}
