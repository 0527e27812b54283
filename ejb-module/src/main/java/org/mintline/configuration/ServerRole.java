package org.mintline.configuration;

import java.util.Locale;
import java.util.Set;

/** What a server is there for (PSS-13). One server may have several roles. */
public enum ServerRole {
    /** Makes profiles: the SM-DP+ with ES2+ and ES9+, and batches. */
    GENERATION,
    /** Provisioning support: takes batches in, makes images, serves the stations of a factory. */
    SUPPORT,
    /** Aggregation: gives the packages that came in batches to the local provisioning servers of factories. */
    AGGREGATION,
    /** Local provisioning: keeps packages in a factory and hands them to eUICCs while the line to the world is cut. */
    LOCAL_PROVISIONING;

    /** Whether a server of these roles takes batches in. */
    public static boolean takeBatches(Set<ServerRole> roles) {
        return roles.contains(SUPPORT) || roles.contains(AGGREGATION);
    }

    /** As the configuration names it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
