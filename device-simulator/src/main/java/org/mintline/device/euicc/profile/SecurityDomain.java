package org.mintline.device.euicc.profile;

import java.util.List;

/**
 * A security domain or another instance of the profile (TCA, clauses 8.6 to 8.8), of which the simulator keeps the registry entry.
 *
 * @param instanceAid its AID, 5 to 16 bytes
 * @param keyVersions the version numbers of its keys
 */
public record SecurityDomain(byte[] instanceAid, List<Integer> keyVersions) {}
