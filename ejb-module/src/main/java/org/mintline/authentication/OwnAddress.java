package org.mintline.authentication;

import org.mintline.rsp.identification.Fqdn;
import org.mintline.rsp.identification.ServerAddress;

/**
 * The address of this server, as others name it.
 *
 * @param host the name; letters count alike in both cases, and a port does not count
 */
public record OwnAddress(Fqdn host) {
    /** That of the configuration. */
    public static OwnAddress of(String configured) {
        return new OwnAddress(ServerAddress.parse(configured).host());
    }

    /** Whether an address from outside names this server. */
    public boolean isNamedBy(String address) {
        try {
            return ServerAddress.parse(address).host().equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
