package org.mintline.rsp.profilepackage.personalisation;

import java.util.Locale;
import java.util.Optional;

/**
 * A key of a security domain: of SCP80 with key versions '01' to '0F', SCP03 with '30' to '3F', SCP81 with '40' to '4F'
 * (ETSI TS 102 225, annex A; GlobalPlatform Card Specification, clause 11.1.8).
 *
 * @param securityDomain the AID of the security domain, as upper-case hexadecimal digits; empty for the first of the
 *     package, which is the operator's (MNO-SD)
 * @param keyVersionNumber 1 to 127
 * @param keyIdentifier 1 to 127
 * @param value the key
 */
public record SecurityDomainKey(
        Optional<String> securityDomain, int keyVersionNumber, int keyIdentifier, byte[] value) {

    /** Refuses numbers outside their range, and keys of no usual length. */
    public SecurityDomainKey {
        if (keyVersionNumber < 1 || keyVersionNumber > 127 || keyIdentifier < 1 || keyIdentifier > 127) {
            throw new PersonalisationException("key version number and key identifier are 1 to 127");
        }
        if (value.length < 8 || value.length > 64) {
            throw new PersonalisationException("a key of a security domain has 8 to 64 bytes");
        }
        if (securityDomain.isPresent() && !securityDomain.get().matches("([0-9A-F]{2}){5,16}")) {
            throw new PersonalisationException("the AID of a security domain has 5 to 16 bytes");
        }
    }

    /** How messages call it, for instance {@code key-01-03}. */
    public String label() {
        return String.format(Locale.ROOT, "key-%02x-%02x", keyVersionNumber, keyIdentifier)
                + securityDomain.map(aid -> " of " + aid).orElse("");
    }

    @Override
    public String toString() {
        return label();
    }
}
