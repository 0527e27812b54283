package org.mintline.device.factory.device;

import java.security.PrivateKey;
import java.util.Set;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.image.TrustedSigners;
import org.mintline.rsp.scp03.KeySet;
import org.mintline.rsp.station.AuthenticationManner;

/**
 * What a device is given when it is made.
 *
 * @param eid of its eUICC
 * @param keySet its own, diversified by its EID
 * @param deviceKey to which its images are encrypted, on NIST P-256
 * @param trusted whose images it accepts: one kind only
 * @param manners by which a station may authenticate it; {@link AuthenticationManner#TEST} counts in test-profile mode only
 */
public record DeviceSettings(
        Eid eid, KeySet keySet, PrivateKey deviceKey, TrustedSigners trusted, Set<AuthenticationManner> manners) {
    /** Copies the set. */
    public DeviceSettings {
        manners = Set.copyOf(manners);
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "DeviceSettings[" + eid + "]";
    }
}
