package org.mintline.sgp23;

import java.util.Locale;

/** The profile types that the cases of ES9+ ask for. The eUICC tells of all four events at the SM-DP+. */
enum StockedType {
    /** Protected by random keys, PPK-ENC and PPK-MAC. */
    RANDOM_KEYS("RANDOM_KEYS", 400, false),
    /** Protected by the session keys, S-ENC and S-MAC. */
    SESSION_KEYS("SESSION_KEYS", 60, false),
    /** Random keys, and metadata that need two segments '88'. */
    RANDOM_KEYS_LONG_METADATA("RANDOM_KEYS", 8, true),
    /** Session keys, and metadata that need two segments '88'. */
    SESSION_KEYS_LONG_METADATA("SESSION_KEYS", 8, true);

    private final String protection;
    private final int profiles;
    private final boolean longMetadata;

    StockedType(String protection, int profiles, boolean longMetadata) {
        this.protection = protection;
        this.profiles = profiles;
        this.longMetadata = longMetadata;
    }

    /** What ES2+ calls profileType. */
    String profileType() {
        return "sgp23-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Protection in the administration's terms. */
    String protection() {
        return protection;
    }

    /** How many profiles of it all cases together take, at most. */
    int profiles() {
        return profiles;
    }

    /** Whether StoreMetadata is longer than one segment. */
    boolean hasLongMetadata() {
        return longMetadata;
    }
}
