package org.mintline.configuration;

import java.util.Locale;

/** What a server is there for (PSS-13). One server may have several roles. */
public enum ServerRole {
    /** Makes profiles: the SM-DP+ with ES2+ and ES9+, and batches. */
    GENERATION,
    /** Provisioning support: takes batches in, makes images, serves the stations of a factory. */
    SUPPORT;

    /** As the configuration names it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
