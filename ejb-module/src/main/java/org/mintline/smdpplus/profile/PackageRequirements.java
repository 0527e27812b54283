package org.mintline.smdpplus.profile;

import java.util.Set;

/**
 * What a profile package needs of an eUICC, read from its header (TCA profile package specification, clause 8.2).
 *
 * @param services eUICC-Mandatory-services, by the names of ServicesList
 * @param majorVersion of the package format
 * @param minorVersion of the package format
 * @param memory non-volatile memory in bytes that must be free; 0 if nothing is asked for
 */
public record PackageRequirements(Set<String> services, int majorVersion, int minorVersion, int memory) {
    /** Copies the services. */
    public PackageRequirements {
        services = Set.copyOf(services);
    }
}
